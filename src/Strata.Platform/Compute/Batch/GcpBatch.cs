using Strata.Gcp.ServiceAccount;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Compute;

/// <summary>
/// A queue for jobs as Google Cloud Batch. Batch has jobs and no queues, and a job is a call and no resource: what there is to make
/// is what jobs run as and on, and a workflow that submits them.
/// </summary>
internal static class GcpBatch
{
    public static GcpBatchHandle Expand(Batch config, ComponentContext context)
    {
        GcpBatchRules.Check(config, context);
        var gcp = context.Expansion.Foundations.Gcp;

        // On demand in any case, since jobs end up there when spare capacity is not to be had.
        var choice = MachineSelection.Choose(context, config.Machine, spot: false, gcp.Region, config.SpanOf(nameof(config.Machine)));
        var account = JobAccount(config, context);
        var submitter = Submitter(context, account);

        var machine = new GcpMachinePlan(context, choice.Machine, GcpImages.Batch, config.Disk, account);
        var onDemand = GcpMachineTemplate.Add(machine, context.Name);
        var spot = config.Spot ? GcpMachineTemplate.Add(machine with { Spot = true }, $"{context.Name}-spot", "spot") : null;
        var workflow = GcpBatchWorkflow.Add(config, context, choice, new GcpBatchMachines(account, submitter, onDemand, spot));
        return new GcpBatchHandle(workflow.Id, gcp.Region, submitter.Email, account.Email);
    }

    /// <summary>What jobs run as: it reports to Batch, writes logs, pulls images and uses the storage the file names.</summary>
    private static Account JobAccount(Batch config, ComponentContext context)
    {
        var name = $"{context.Name}-jobs";
        var account = GcpServiceAccount.Add(
            context.Scope, context.Expansion, name, [context.Name, "jobs"], $"Jobs of {context.Name} ({context.Stack.Name})",
            ["roles/batch.agentReporter", "roles/logging.logWriter", "roles/artifactregistry.reader"]);
        GcpStorageAccess.Grant(context, account, name, config, config.Access);
        return account;
    }

    /// <summary>What submits jobs: it looks at the templates and hands the jobs their account, and people may start it.</summary>
    private static Account Submitter(ComponentContext context, Account jobs)
    {
        var name = $"{context.Name}-submitter";
        var account = GcpServiceAccount.Add(
            context.Scope, context.Expansion, name, [context.Name, "submit"], $"Submits jobs to {context.Name} ({context.Stack.Name})",
            ["roles/batch.jobsEditor", "roles/compute.viewer", "roles/logging.logWriter"]);
        context.Scope.Add(new IAMMember(name) { ServiceAccountId = jobs.Name, Role = "roles/iam.serviceAccountUser", Member = account.Principal() });
        foreach (var person in GcpPeople.WhoWork(context))
        {
            context.Expansion.Foundations.Gcp.Roles.Give(context.Scope, person, ["roles/workflows.invoker"]);
        }

        return account;
    }
}
