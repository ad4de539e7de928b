using Strata.Gcp.Compute;
using Strata.Gcp.Compute.Inputs;
using Strata.Gcp.Iap;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Workspaces;

/// <summary>Machines on Compute Engine: without a public address, reached through Identity-Aware Proxy with people's Google accounts.</summary>
internal static class GcpMachineWorkspace
{
    public const string HomeDisk = "/dev/disk/by-id/google-home";

    public static WorkspaceHandle Expand(MachineWorkspaceConfig config, ComponentContext context)
    {
        var idle = IdleRules.Check(config, context, MachineWorkspace.Title);
        IdleRules.NeedUsers(config, context, MachineWorkspace.Title);
        var gcp = context.Expansion.Foundations.Gcp;
        var choice = GoogleMachines.Choose(config, config.Machine, context, MachineWorkspace.Title);
        var zone = GcpZones.One(context, choice);
        var account = GoogleMachines.Account(config, context, config.Access);
        var plan = new GcpMachinePlan(context, choice.Machine, config.Image ?? (choice.Machine.Accelerator is null ? GcpImages.Plain : GcpImages.DeepLearning), config.Disk, account);
        var schedule = MachineWorkspace.HoursOf(config, idle) is { } hours ? GcpInstanceSchedule.Add(context, hours) : null;
        var names = new ValueMap();
        foreach (var user in config.Users)
        {
            var instance = context.Scope.Add(Machine(plan, context, user, zone, MachineSetup.Script(HomeDisk, idle), schedule));
            var home = context.Scope.Add(new Disk($"{context.Name}-{user}-home", context.HoldsData with { DependsOn = [gcp.Api("compute")] })
            {
                Name = context.Named(GcpNames.Compute, user, "home"),
                Zone = zone,
                Size = config.HomeSize.WholeGibibytes,
                Type = choice.Machine.BootDisk,
                DiskEncryptionKey = plan.DiskKey is { } key ? new DiskDiskEncryptionKeyArgs { KmsKeySelfLink = key } : null,
                Labels = GcpResourceLabels.Of(context),
            });
            context.Scope.Add(new AttachedDisk($"{context.Name}-{user}-home") { Disk = home.Id, Instance = instance.Id, DeviceName = "home", Zone = zone });
            foreach (var person in GcpPeople.WhoWork(context))
            {
                context.Scope.Add(new TunnelInstanceIAMMember($"{context.Name}-{user}-{GcpPrincipal.Slug(person)}")
                {
                    Instance = instance.Name,
                    Zone = zone,
                    Role = "roles/iap.tunnelResourceAccessor",
                    Member = person,
                });

                // A machine that has stopped because nobody used it is started again by whoever wants to work.
                context.Scope.Add(new InstanceIAMMember($"{context.Name}-{user}-{GcpPrincipal.Slug(person)}") { InstanceName = instance.Name, Zone = zone, Role = "roles/compute.instanceAdmin.v1", Member = person });
            }

            names[user] = instance.Name;
        }

        if (!GcpPeople.WhoWork(context).Any())
        {
            context.Diagnostics.Add(WorkspaceErrors.NobodyMayConnect(config.KeySpan, config.Name, context.IsProd ? "'access.admins', as the stack is in production" : "'access.members' or 'access.admins'"));
        }

        foreach (var person in GcpPeople.WhoWork(context))
        {
            gcp.Roles.Give(context.Scope, person, ["roles/compute.osLogin"]);
            GoogleMachines.LetUse(context, account, GcpPrincipal.Slug(person), person);
        }

        return new WorkspaceHandle("machine", config, new() { ["instances"] = names, ["zone"] = zone, ["serviceAccount"] = account.Email }) { UsdPerHour = choice.Machine.UsdPerHour };
    }

    private static Instance Machine(GcpMachinePlan plan, ComponentContext context, string user, string zone, string script, GcpInstanceSchedule? schedule)
    {
        var network = context.Expansion.Foundations.Gcp.Network;
        var metadata = plan.Metadata;
        metadata["startup-script"] = script;

        // The home disk is attached by a resource of its own, and what it does to the machine is no change of the machine.
        return new($"{context.Name}-{user}", new ResourceOptions { DependsOn = [.. network.Ready, .. GcpRights.Of(context, plan.Account), .. schedule?.After ?? []], IgnoreChanges = ["attachedDisks"] })
        {
            Name = context.Named(GcpNames.Compute, user),
            Zone = zone,
            MachineType = plan.Type.Name,
            AllowStoppingForUpdate = true,
            DeletionProtection = context.IsProd,
            BootDisk = new InstanceBootDiskArgs
            {
                KmsKeySelfLink = plan.DiskKey,
                InitializeParams = new InstanceBootDiskInitializeParamsArgs { Image = plan.Image, Size = plan.Disk.WholeGibibytes, Type = plan.Type.BootDisk, Labels = GcpResourceLabels.Of(context) },
            },
            NetworkInterfaces = [new InstanceNetworkInterfaceArgs { Subnetwork = network.Subnetwork }],
            GuestAccelerators = plan.Attached is { } gpu ? [new InstanceGuestAcceleratorArgs { Type = gpu.CloudName, Count = gpu.Count }] : null,
            ServiceAccount = new InstanceServiceAccountArgs { Email = plan.Account.Email, Scopes = ["cloud-platform"] },
            Scheduling = new InstanceSchedulingArgs { ProvisioningModel = "STANDARD", AutomaticRestart = true, OnHostMaintenance = plan.OnHostMaintenance },
            ShieldedInstanceConfig = new InstanceShieldedInstanceConfigArgs { EnableSecureBoot = plan.SecureBoot, EnableVtpm = true, EnableIntegrityMonitoring = true },
            Metadata = metadata,
            ResourcePolicies = schedule?.Policy.Id,
        };
    }
}
