using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Compute;

/// <summary>A queue for jobs on a cluster.</summary>
/// <param name="Queue">The LocalQueue's name, for jobs' label <c>kueue.x-k8s.io/queue-name</c>.</param>
/// <param name="Account">What the jobs run as.</param>
/// <param name="Template">The ConfigMap with the job to fill in and submit.</param>
internal sealed record KubernetesBatchHandle(string Queue, ServiceAccountHandle Account, KubernetesAccess Access, PoolHandle Pool, string Template) : Handle
{
    public override ValueMap Outputs => new() { ["queue"] = Queue, ["namespace"] = Account.Namespace.Name, ["serviceAccount"] = Account.Name, ["template"] = Template };
}
