using Strata.Gcp.Compute;
using Strata.Gcp.Compute.Inputs;
using Strata.Graph;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>An instance template: private, shielded, with the disk encrypted as the stack says.</summary>
internal static class GcpMachineTemplate
{
    /// <summary>A template cannot be changed: its name is only a beginning, so that the next can exist beside it.</summary>
    private static readonly NameRule Prefix = GcpNames.Compute with { MaxLength = 36 };

    /// <param name="name">The logical name.</param>
    /// <param name="what">What to call it in Google Cloud besides team, stack and component.</param>
    public static InstanceTemplate Add(GcpMachinePlan machine, string name, params string[] what)
    {
        var context = machine.Context;
        var network = context.Expansion.Foundations.Gcp.Network;
        return context.Scope.Add(new InstanceTemplate(name, new ResourceOptions { DependsOn = [context.Expansion.Foundations.Gcp.Api("compute")] })
        {
            NamePrefix = context.Named(Prefix, what) + "-",
            MachineType = machine.Type.Name,
            Disks =
            [
                new InstanceTemplateDiskArgs
                {
                    Boot = true,
                    AutoDelete = true,
                    SourceImage = machine.Image,
                    DiskType = machine.Type.BootDisk,
                    DiskSizeGb = machine.Disk.WholeGibibytes,
                    DiskEncryptionKey = machine.DiskKey is { } key ? new InstanceTemplateDiskDiskEncryptionKeyArgs { KmsKeySelfLink = key } : null,
                    Labels = GcpResourceLabels.Of(context),
                },
            ],

            // No access configuration: no address outside of the network.
            NetworkInterfaces = [new InstanceTemplateNetworkInterfaceArgs { Subnetwork = network.Subnetwork }],
            GuestAccelerators = machine.Attached is { } gpu ? [new InstanceTemplateGuestAcceleratorArgs { Type = gpu.CloudName, Count = gpu.Count }] : null,
            ServiceAccount = new InstanceTemplateServiceAccountArgs { Email = machine.Account.Email, Scopes = ["cloud-platform"] },
            Scheduling = new InstanceTemplateSchedulingArgs
            {
                ProvisioningModel = machine.Spot ? "SPOT" : "STANDARD",
                Preemptible = machine.Spot,
                AutomaticRestart = !machine.Spot,
                OnHostMaintenance = machine.OnHostMaintenance,
                InstanceTerminationAction = machine.Spot ? machine.WhenTakenAway : null,
            },
            ShieldedInstanceConfig = new InstanceTemplateShieldedInstanceConfigArgs
            {
                EnableSecureBoot = machine.SecureBoot,
                EnableVtpm = true,
                EnableIntegrityMonitoring = true,
            },
            Metadata = machine.Metadata,
        });
    }
}
