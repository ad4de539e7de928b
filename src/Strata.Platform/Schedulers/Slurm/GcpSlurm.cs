using Strata.Gcp.ServiceAccount;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>
/// Slurm by Google's Cluster Toolkit: machines are started for jobs. The stack has what lasts, the network, the store and the accounts of the
/// machines; the machines themselves are the toolkit's, by a blueprint that is rendered and that somebody gives to <c>gcluster</c>.
/// </summary>
internal static class GcpSlurm
{
    /// <summary>What the controller does: starts and stops machines as another account, and writes down what happens (examples/hpc-enterprise-slurm.yaml of the toolkit, v1.95.0).</summary>
    private static readonly string[] ControllerRoles = ["roles/compute.instanceAdmin.v1", "roles/logging.logWriter", "roles/monitoring.metricWriter", "roles/storage.objectViewer"];

    private static readonly string[] MachineRoles = ["roles/logging.logWriter", "roles/monitoring.metricWriter", "roles/storage.objectViewer", "roles/artifactregistry.reader"];

    public static SlurmHandle Expand(SlurmConfig config, ComponentContext context)
    {
        ManagedOptions.Refuse(
            context, config, "Google starts machines of its own for jobs, with the toolkit's image, and homes are on the controller", "Remove it, or set 'managed: false' to run Slurm on the stack's cluster",
            nameof(config.Cluster), nameof(config.Pools), nameof(config.Nodes), nameof(config.Homes), nameof(config.SshKeys), nameof(config.Ami));
        foreach (var (name, queue) in config.Queues.Where(queue => queue.Value.Min > queue.Value.Max))
        {
            context.Diagnostics.Add(JobEngineErrors.MinAboveMax(queue.SpanOf(nameof(queue.Min)), config.Name, name, queue.Min, queue.Max));
        }

        var gcp = context.Expansion.Foundations.Gcp;
        var store = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, config.Storage, nameof(config.Storage));
        var controller = GcpServiceAccount.Add(
            context.Scope, context.Expansion, $"{context.Name}-controller", [context.Name, "controller"], $"Slurm's controller of {context.Name} ({context.Stack.Name})", ControllerRoles);
        var machines = GcpServiceAccount.Add(
            context.Scope, context.Expansion, $"{context.Name}-machines", [context.Name, "machines"], $"Slurm's machines of {context.Name} ({context.Stack.Name})", MachineRoles);

        // It starts machines as this account, and as no other of the project.
        context.Scope.Add(new IAMMember($"{context.Name}-controller-machines") { ServiceAccountId = machines.Name, Role = "roles/iam.serviceAccountUser", Member = controller.Principal() });
        foreach (var grant in StorageGrants.Of(context, config, config.Access, new StorageGrant(store, AccessLevel.Write, "results")))
        {
            grant.Storage.Grant(context.Scope, $"{context.Name}-{grant.Name}", machines.Principal(), grant.Level);
        }

        var queues = AwsSlurmTemplate.QueuesOf(config).OrderBy(queue => queue.Key, StringComparer.Ordinal).ToList();
        var blueprint = new SlurmBlueprint(gcp.Project, gcp.Region, gcp.Zone, NameOf(gcp.Network.Network), NameOf(gcp.Network.Subnetwork), controller.Email, machines.Email, store.Bucket, config.IdleTimeout)
        {
            Partitions = [.. queues.Select(queue => Partition(queue.Key, queue.Value, config, context))],
        };
        return new SlurmHandle(
            new() { ["blueprint"] = $"schedulers/{context.Name}/blueprint.yaml", ["controllerAccount"] = controller.Email, ["machineAccount"] = machines.Email },
            [.. queues.Select(queue => queue.Key)], store.Url) { Blueprint = blueprint };
    }

    private static SlurmPartition Partition(string name, SlurmQueue queue, SlurmConfig config, ComponentContext context)
    {
        var machine = MachineSelection.Choose(context, queue.Machine, queue.Spot, context.Expansion.Foundations.Gcp.Region, config.SpanOf(nameof(config.Queues))).Machine;
        var attached = machine.Accelerator is { Attached: true } gpu ? gpu : null;
        return new SlurmPartition(name, machine.Name, attached?.CloudName, attached?.Count ?? 0, queue);
    }

    /// <summary>A network's name: what the stack calls its own, or the end of the id of one that exists.</summary>
    private static Input<string> NameOf(Input<string> id) => id.Value switch
    {
        ReferenceValue { Resource: { } resource } when resource.InputProperties.Where(input => input.Name == "name").Select(input => input.Value).FirstOrDefault() is TextValue name => name.Text,
        TextValue text => text.Text[(text.Text.LastIndexOf('/') + 1)..],
        _ => id,
    };
}
