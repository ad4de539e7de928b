using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Units;

namespace Strata.Platform.Endpoints;

/// <summary>A model on Vertex AI. No resource puts a model on an endpoint: the deploy step of CI does, with what the outputs say.</summary>
public sealed record VertexEndpoint : EndpointConfig
{
    [Description("What each machine has. Four cores and 16 GiB when left out.")]
    public Machine Machine { get; init; } = new() { Cpu = CpuCount.FromCores(4), Memory = ByteSize.FromGibibytes(16) };

    [Description("Reached from the network only (Private Service Connect), instead of a host name of its own that Google's sign-in guards.")]
    public bool Private { get; init; }

    [Description("How many percent of requests and answers are written to 'warehouse'. None when left out.")]
    [Bounds(1, 100)]
    public int? Logging { get; init; }

    [Description("The BigQuery warehouse that 'logging' writes to. The stack's only one when left out.")]
    public Ref<Warehouse>? Warehouse { get; init; }
}
