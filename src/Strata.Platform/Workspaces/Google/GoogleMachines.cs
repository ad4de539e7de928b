using Strata.Gcp.ServiceAccount;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Workspaces;

/// <summary>What workspaces on Google Cloud have in common: a machine type, and an account that they act as.</summary>
internal static class GoogleMachines
{
    public static MachineChoice Choose(WorkspaceConfig config, Machine machine, ComponentContext context, string engine)
    {
        if (machine.Tpu is not null)
        {
            context.Diagnostics.Add(WorkspaceErrors.NoTpu(machine.SpanOf(nameof(machine.Tpu)), config.Name, engine));
            throw new ExpansionStoppedException();
        }

        return MachineSelection.Choose(context, machine, spot: false, context.Expansion.Foundations.Gcp.Region, config.SpanOf("Machine"));
    }

    public static Account Account(WorkspaceConfig config, ComponentContext context, IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> access)
    {
        var account = GcpServiceAccount.Add(
            context.Scope, context.Expansion, $"{context.Name}-account", [context.Name], $"{context.Name} of {context.Stack.Name}",
            ["roles/logging.logWriter", "roles/monitoring.metricWriter", "roles/artifactregistry.reader", "roles/aiplatform.user"]);
        GcpStorageAccess.Grant(context, account, context.Name, config, access);
        return account;
    }

    /// <summary>Whoever signs in to a machine may do there what its account may, and has to be allowed to.</summary>
    /// <param name="who">Ends the logical name.</param>
    public static void LetUse(ComponentContext context, Account account, string who, string person) =>
        context.Scope.Add(new IAMMember($"{context.Name}-account-{who}") { ServiceAccountId = account.Name, Role = "roles/iam.serviceAccountUser", Member = person });
}
