using System.ComponentModel;
using Strata.Platform.Compute;

namespace Strata.Platform.Endpoints;

/// <summary>A model on KServe, in its standard mode: deployments, with neither Knative nor Istio.</summary>
public sealed record KServeEndpoint : ClusterEndpoint
{
    [Description("What made the model: KServe brings a server for each. Left out where 'image' is the server.")]
    public ModelFormat? Framework { get; init; }

    public override IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => [ClusterOperator.Kserve];
}

/// <summary>What made a model.</summary>
public enum ModelFormat
{
    Sklearn,
    Xgboost,
    Lightgbm,
    Tensorflow,
    Pytorch,
    Onnx,
    Huggingface,
    Mlflow,
    Paddle,
    Pmml,
}
