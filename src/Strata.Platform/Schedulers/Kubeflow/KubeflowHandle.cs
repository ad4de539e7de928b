using Strata.Graph;

namespace Strata.Platform.Schedulers;

/// <summary>Kubeflow Pipelines on a cluster.</summary>
/// <param name="Api">The API from inside the cluster: <c>http://ml-pipeline.….svc:8888</c>.</param>
/// <param name="Pages">Where people see runs; null without a host name.</param>
/// <param name="Namespace">Where pipelines run: the team's.</param>
/// <param name="Account">The service account that they run as.</param>
/// <param name="Store">The folder for what steps hand on: <c>s3://…/pipelines</c> or <c>gs://…/pipelines</c>.</param>
internal sealed record KubeflowHandle(string Api, string? Pages, string Namespace, string Account, Input<string> Store) : SchedulerHandle("kubeflow")
{
    public override ValueMap Outputs => new()
    {
        ["apiUrl"] = Api,
        ["url"] = Pages is null ? null : (Value)Pages,
        ["namespace"] = Namespace,
        ["serviceAccount"] = Account,
        ["pipelineRoot"] = Store,
    };
}
