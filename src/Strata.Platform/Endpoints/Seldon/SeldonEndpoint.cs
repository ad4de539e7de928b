using System.ComponentModel;
using Strata.Platform.Compute;

namespace Strata.Platform.Endpoints;

/// <summary>A model on Seldon Core 2, whose licence asks for a contract in production.</summary>
public sealed record SeldonEndpoint : ClusterEndpoint
{
    [Description("What made the model: MLServer or Triton serves it.")]
    public ModelFormat? Framework { get; init; }

    [Description("You have a contract with Seldon: its licence, BUSL-1.1, allows production use to no one else.")]
    public bool Licensed { get; init; }

    public override IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => [ClusterOperator.Seldon];
}
