using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Endpoints;

/// <summary>A model on Amazon SageMaker AI.</summary>
public sealed record SageMakerEndpoint : EndpointConfig
{
    [Description("What each machine has. Two cores and 8 GiB when left out.")]
    public Machine Machine { get; init; } = new() { Cpu = CpuCount.FromCores(2), Memory = ByteSize.FromGibibytes(8) };

    [Description("Memory of a serverless endpoint, which one with 'min: 0' and no accelerator is: 1 to 6 GiB.")]
    public ByteSize Memory { get; init; } = ByteSize.FromGibibytes(2);

    [Description("Answers go to 'store' under endpoints/, and requests may take up to an hour; with 'min: 0' no machine runs without work.")]
    public bool Async { get; init; }

    [Description("How many percent of requests and answers are kept in 'store' under endpoints/, to look for drift. None when left out.")]
    [Bounds(1, 100)]
    public int? Capture { get; init; }

    [Description("Cut the container off from the network, AWS included: it gets its model and nothing else.")]
    public bool Isolated { get; init; } = true;

    [Description("What a batch run's files are.")]
    [Pattern("^[a-z]+/[a-z0-9.+-]+$", "a media type such as text/csv")]
    public string ContentType { get; init; } = "text/csv";
}
