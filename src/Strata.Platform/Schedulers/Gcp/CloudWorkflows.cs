using Strata.Gcp.ServiceAccount;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Schedulers;

/// <summary>
/// What all workflows of the stack on Google Cloud have in common: the account they run as and what starts them at times. The
/// workflows themselves are rendered.
/// </summary>
internal static class CloudWorkflows
{
    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<WorkflowsConfig>("schedulers", "workflows", "strata:scheduler:Workflows", new EngineFacts(
            "Google Cloud Workflows",
            Maturity.Stable,
            "service",
            null,
            new("https://docs.cloud.google.com/workflows/docs/overview", "2026-11-26")))
        .Managed<WorkflowsConfig>(Cloud.Gcp, Expand)
        .RefuseSelfHosted(Cloud.Gcp, "Workflows is a service, and there is no software to run oneself.", "Use engine: argo or airflow for a scheduler the team runs, or remove 'managed'.")
        .RefuseBoth(Cloud.Aws, "Workflows is a service of Google Cloud.", "Use engine: step-functions, which is AWS' counterpart.")
        .RefuseBoth(Cloud.Kubernetes, "Workflows is a service of Google Cloud.", "Use engine: argo, which runs workflows in a cluster.");

    private static CloudWorkflowsHandle Expand(WorkflowsConfig config, ComponentContext context)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var queue = context.Choose<Batch, GcpBatchHandle>(config, config.Queue, nameof(config.Queue));
        var (storeName, store) = StepAccess.StoreFor(context, config, config.Artifacts, nameof(config.Artifacts));
        _ = gcp.Api("workflows");
        _ = gcp.Api("cloudscheduler");
        var account = GcpServiceAccount.Add(
            context.Scope, context.Expansion, context.Name, [context.Name], $"{context.Name} of {context.Stack.Name}",
            ["roles/batch.jobsEditor", "roles/workflows.invoker", "roles/logging.logWriter"]);
        store.Grant(context.Scope, $"{context.Name}-{storeName}", account.Principal(), AccessLevel.Read);

        // It starts jobs that run as the queue's account, and has to be allowed to act as it.
        context.Scope.Add(new IAMMember($"{context.Name}-acts-as-jobs")
        {
            ServiceAccountId = Output.Format($"projects/{gcp.Project}/serviceAccounts/{queue.Account}"),
            Role = "roles/iam.serviceAccountUser",
            Member = account.Principal(),
        });
        return new CloudWorkflowsHandle(context.Named(GcpNames.Workflow), gcp.Region, account, queue, store.Url);
    }
}

/// <summary>What workflows are made with.</summary>
/// <param name="Prefix">What the name of every workflow begins with, before a dash.</param>
/// <param name="Store">Where steps keep what they hand on: <c>gs://…</c>.</param>
internal sealed record CloudWorkflowsHandle(string Prefix, string Location, Account Account, GcpBatchHandle Queue, Input<string> Store) : SchedulerHandle("workflows")
{
    public override ValueMap Outputs => new()
    {
        ["prefix"] = Prefix,
        ["location"] = Location,
        ["serviceAccount"] = Account.Email,
        ["jobServiceAccount"] = Queue.Account,
        ["store"] = Store,
    };
}
