using Strata.Gcp.ServiceAccount;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>Machines on Compute Engine, without public addresses and reached through Identity-Aware Proxy: one, or a managed group.</summary>
internal static class GcpInstances
{
    public static GcpInstancesHandle Expand(Instances config, ComponentContext context)
    {
        var region = context.Expansion.Foundations.Gcp.Region;
        var choice = MachineSelection.Choose(context, config.Machine, config.Spot, region, config.SpanOf(nameof(config.Machine)));
        var image = config.Image ?? (choice.Machine.Accelerator is null ? GcpImages.Plain : GcpImages.DeepLearning);
        GcpInstancesRules.Check(config, context, image);

        var account = MachineAccount(config, context);
        var machine = new GcpMachinePlan(context, choice.Machine, image, config.Disk, account) { Spot = config.Spot, WhenTakenAway = "STOP" };
        return config.Max == 1
            ? GcpSingleInstance.Add(config, machine, GcpZones.One(context, choice))
            : GcpInstanceGroup.Add(config, machine, choice.Machine.Accelerator is null ? [] : GcpZones.WithAccelerators(context, choice));
    }

    /// <summary>What runs on the machines acts as this account; whoever signs in to them has to be allowed to act as it, too.</summary>
    private static Account MachineAccount(Instances config, ComponentContext context)
    {
        var name = $"{context.Name}-machines";
        var account = GcpServiceAccount.Add(
            context.Scope, context.Expansion, name, [context.Name, "vm"], $"Machines of {context.Name} ({context.Stack.Name})",
            ["roles/logging.logWriter", "roles/monitoring.metricWriter", "roles/artifactregistry.reader"]);
        GcpStorageAccess.Grant(context, account, name, config, config.Access);
        foreach (var person in GcpPeople.WhoWork(context))
        {
            context.Scope.Add(new IAMMember($"{name}-{KubernetesNames.Label.Make(person)}")
            {
                ServiceAccountId = account.Name,
                Role = "roles/iam.serviceAccountUser",
                Member = person,
            });
        }

        return account;
    }
}
