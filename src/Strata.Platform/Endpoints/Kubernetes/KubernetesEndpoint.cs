using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Endpoints;

/// <summary>A server of the team's own as plain Kubernetes: a deployment and a service, or jobs for batch. It finds its model by <c>MODEL_URI</c>.</summary>
public sealed record KubernetesEndpoint : ClusterEndpoint
{
    [Description("The port the server listens on.")]
    [Bounds(1024, 65_535)]
    public int Port { get; init; } = 8080;

    [Description("The path that answers when the server is ready.")]
    [Pattern("^/[A-Za-z0-9/._-]*$", "a path such as /healthz")]
    public string Health { get; init; } = "/healthz";

    [Description("What the container runs. The image's own when left out.")]
    [Repeats]
    public IReadOnlyList<string> Command { get; init; } = [];

    public override IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => [];
}
