using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Endpoints;

/// <summary>A Ray Serve application on a Ray cluster of its own, or a Ray program for batch.</summary>
public sealed record RayEndpoint : ClusterEndpoint
{
    [Description("Where the image's Python has the application: fraud.serve:app. Needed online.")]
    [Pattern("^[A-Za-z_][A-Za-z0-9_.]*:[A-Za-z_][A-Za-z0-9_]*$", "a module and a name in it, such as fraud.serve:app")]
    public string? App { get; init; }

    [Description("The application's deployment whose replicas are added and removed: the name of its class.")]
    [Pattern("^[A-Za-z_][A-Za-z0-9_]*$", "the name of a class, such as Model")]
    public string Deployment { get; init; } = "Model";

    [Description("What a batch run does: python -m fraud.score. Needed in batch.")]
    public string? Entrypoint { get; init; }

    [Description("The version of Ray in the image, quoted: \"2.52.0\".")]
    [Pattern("^2\\.[0-9]{1,3}\\.[0-9]{1,2}$", "a version in quotes, such as \"2.52.0\"")]
    public string RayVersion { get; init; } = "2.52.0";

    public override IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => [ClusterOperator.Ray];
}
