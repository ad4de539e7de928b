using Strata.Gcp.ServiceAccount;
using Strata.Graph;

namespace Strata.Platform.Schedulers;

/// <summary>Vertex AI Pipelines for workflows to become pipelines of.</summary>
/// <param name="Root">The folder for what steps hand on: <c>gs://…/pipelines</c>.</param>
/// <param name="Runner">What pipelines and the jobs of their steps run as.</param>
/// <param name="Tensorboard">The full name of the board that curves go to.</param>
/// <param name="Key">The id of the key that encrypts pipelines; null for Google's own.</param>
internal sealed record VertexPipelinesHandle(Input<string> Root, string Location, Account Runner, Input<string> Tensorboard, Input<string>? Key) : SchedulerHandle("kubeflow")
{
    /// <summary>What pipelines wait for.</summary>
    public IReadOnlyList<Resource> Ready { get; init; } = [];

    public override ValueMap Outputs => new()
    {
        ["pipelineRoot"] = Root,
        ["location"] = Location,
        ["serviceAccount"] = Runner.Email,
        ["tensorboard"] = Tensorboard,
        ["kmsKey"] = Key is null ? null : (Value)Key,
    };
}
