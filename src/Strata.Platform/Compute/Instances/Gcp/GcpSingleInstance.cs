using Strata.Gcp.Compute;
using Strata.Gcp.Compute.Inputs;
using Strata.Graph;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>One machine.</summary>
internal static class GcpSingleInstance
{
    public static GcpInstancesHandle Add(Instances config, GcpMachinePlan machine, string zone)
    {
        var context = machine.Context;
        var network = context.Expansion.Foundations.Gcp.Network;
        var schedule = config.OffHours is { } hours ? GcpInstanceSchedule.Add(context, hours) : null;
        Resource[] after = [.. network.Ready, .. GcpRights.Of(context, machine.Account), .. schedule?.After ?? []];
        var instance = context.Scope.Add(new Instance(context.Name, new ResourceOptions { DependsOn = after })
        {
            Name = context.Named(GcpNames.Compute),
            Zone = zone,
            MachineType = machine.Type.Name,

            // A new size needs a stop.
            AllowStoppingForUpdate = true,
            DeletionProtection = context.IsProd,
            BootDisk = new InstanceBootDiskArgs
            {
                KmsKeySelfLink = machine.DiskKey,
                InitializeParams = new InstanceBootDiskInitializeParamsArgs
                {
                    Image = machine.Image,
                    Size = machine.Disk.WholeGibibytes,
                    Type = machine.Type.BootDisk,
                    Labels = GcpResourceLabels.Of(context),
                },
            },

            // No access configuration: no address outside of the network.
            NetworkInterfaces = [new InstanceNetworkInterfaceArgs { Subnetwork = network.Subnetwork }],
            GuestAccelerators = machine.Attached is { } gpu ? [new InstanceGuestAcceleratorArgs { Type = gpu.CloudName, Count = gpu.Count }] : null,
            ServiceAccount = new InstanceServiceAccountArgs { Email = machine.Account.Email, Scopes = ["cloud-platform"] },
            Scheduling = new InstanceSchedulingArgs
            {
                ProvisioningModel = machine.Spot ? "SPOT" : "STANDARD",
                Preemptible = machine.Spot,
                AutomaticRestart = !machine.Spot,
                OnHostMaintenance = machine.OnHostMaintenance,
                InstanceTerminationAction = machine.Spot ? machine.WhenTakenAway : null,
            },
            ShieldedInstanceConfig = new InstanceShieldedInstanceConfigArgs
            {
                EnableSecureBoot = machine.SecureBoot,
                EnableVtpm = true,
                EnableIntegrityMonitoring = true,
            },
            Metadata = machine.Metadata,
            ResourcePolicies = schedule?.Policy.Id,
        });
        return new GcpInstancesHandle(instance.Name, zone, machine.Account.Email);
    }
}
