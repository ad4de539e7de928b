using Strata.Gcp.ServiceAccount;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Rendering;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>What the workflows of a stack have in common: the account they act as, the account that starts them, and who hears when one fails.</summary>
internal static class GoogleWorkflows
{
    /// <summary>Leaves room for what tells the workflows of a scheduler apart.</summary>
    private static readonly NameRule WorkflowPrefix = GcpNames.Workflow with { MaxLength = 36 };

    public static GoogleWorkflowsHandle Expand(GoogleWorkflowsConfig config, ComponentContext context)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var queue = context.QueueFor<GcpBatchHandle>(config, config.Batch, nameof(config.Batch));

        // Steps run by the queue's own workflow, which tries spare capacity first, or as jobs of their own shape.
        var runner = Add(context, "runner", "Runs workflows of", ["roles/workflows.invoker", "roles/workflows.viewer", "roles/batch.jobsEditor", "roles/compute.viewer", "roles/logging.logWriter"]);
        LetUse(context, QueuesOf(context), runner, "runner");

        // What steps give out is read from the stores that their jobs write to.
        foreach (var store in context.Stack.Components.OfType<Batch>().Where(batch => context.Stack.CloudOf(batch) == Cloud.Gcp)
            .Select(batch => RunStore.Of(batch, context.Stack)).OfType<ObjectStore>().Distinct().OrderBy(store => store.Name, StringComparer.Ordinal))
        {
            context.Expansion.HandleOf<GcpObjectStoreHandle>(store).Grant(context.Scope, $"{context.Name}-runner-{store.Name}", runner.Principal(), AccessLevel.Read);
        }

        var starter = Add(context, "starter", "Starts workflows of", ["roles/workflows.invoker"]);
        var prefix = context.Named(WorkflowPrefix);
        GoogleWorkflowsAlert.Add(context, prefix);
        return new GoogleWorkflowsHandle(queue, prefix, runner, starter)
        {
            Ready =
            [
                gcp.Api("workflows"), gcp.Api("workflowexecutions"), gcp.Api("cloudscheduler"), gcp.Api("batch"),
                .. GcpRights.Of(context, runner), .. GcpRights.Of(context, starter),
            ],
        };
    }

    private static Account Add(ComponentContext context, string what, string does, IReadOnlyList<string> roles) => GcpServiceAccount.Add(
        context.Scope, context.Expansion, $"{context.Name}-{what}", [context.Name, what], $"{does} {context.Name} ({context.Stack.Name})", roles);

    /// <summary>Whoever submits a job has to be allowed to act as the account that it runs as.</summary>
    public static void LetUse(ComponentContext context, IEnumerable<(string Name, GcpBatchHandle Queue)> queues, Account account, string what)
    {
        foreach (var (name, queue) in queues)
        {
            context.Scope.Add(new IAMMember($"{context.Name}-{what}-{name}")
            {
                ServiceAccountId = Output.Format($"projects/{context.Expansion.Foundations.Gcp.Project}/serviceAccounts/{queue.Account}"),
                Role = "roles/iam.serviceAccountUser",
                Member = account.Principal(),
            });
        }
    }

    /// <summary>All queues of the stack, since a step may name another than the usual one.</summary>
    public static IEnumerable<(string Name, GcpBatchHandle Queue)> QueuesOf(ComponentContext context) => context.Stack.Components.OfType<Batch>()
        .Where(batch => context.Stack.CloudOf(batch) == Cloud.Gcp)
        .OrderBy(batch => batch.Name, StringComparer.Ordinal)
        .Select(batch => (batch.Name, context.Expansion.HandleOf<GcpBatchHandle>(batch)));
}
