using System.ComponentModel;
using System.Globalization;
using Strata.Gcp.Workbench;
using Strata.Gcp.Workbench.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Units;

namespace Strata.Platform.Workspaces;

/// <summary>Vertex AI Workbench: a notebook machine for each user.</summary>
public sealed record WorkbenchConfig : GoogleWorkspaceConfig
{
    [Description("What each machine has.")]
    public Machine Machine { get; init; } = new() { Cpu = CpuCount.FromCores(4), Memory = ByteSize.FromGibibytes(16) };

    [Description("How much each person's disk holds.")]
    public ByteSize HomeSize { get; init; } = ByteSize.FromGibibytes(100);

    [Description("The storage that notebooks may use, and how: { lake: read }.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();
}

/// <summary>One instance for each user, without a public address, opened by that user only.</summary>
internal static class Workbench
{
    private const string Title = "Vertex AI Workbench";
    private const string OnlyGcp = "Vertex AI Workbench is a service of Google Cloud.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<WorkbenchConfig>("workspaces", "vertex-workbench", "strata:workspace:VertexWorkbench", new EngineFacts(
            Title,
            Maturity.Stable,
            "service",
            null,
            new("https://docs.cloud.google.com/vertex-ai/docs/workbench/instances/introduction", "2026-11-26")))
        .Managed<WorkbenchConfig>(Cloud.Gcp, Expand)
        .RefuseSelfHosted(Cloud.Gcp, "Workbench is a service, and there is no software to run oneself.", "Use engine: jupyterhub or engine: machine, or remove 'managed'.")
        .RefuseBoth(Cloud.Aws, OnlyGcp, "Use engine: sagemaker-studio, which is AWS' counterpart.")
        .RefuseBoth(Cloud.Kubernetes, OnlyGcp, "Use engine: jupyterhub, which runs on any cluster.");

    private static WorkspaceHandle Expand(WorkbenchConfig config, ComponentContext context)
    {
        var idle = IdleRules.Check(config, context, Title);
        var gcp = context.Expansion.Foundations.Gcp;
        var choice = GoogleMachines.Choose(config, config.Machine, context, Title);
        var zone = GcpZones.One(context, choice);
        var account = GoogleMachines.Account(config, context, config.Access);
        var names = new ValueMap();
        foreach (var (user, address) in GoogleUsers.Of(config, context, Title))
        {
            var instance = context.Scope.Add(new Instance($"{context.Name}-{user}", context.HoldsData with { DependsOn = [gcp.Api("notebooks"), .. GcpRights.Of(context, account), .. gcp.Network.Ready] })
            {
                Name = context.Named(GcpNames.Workbench, user),
                Location = zone,
                InstanceOwners = [address],
                Labels = GcpResourceLabels.Of(context),
                EnableDeletionProtection = context.IsProd,
                GceSetup = new InstanceGceSetupArgs
                {
                    MachineType = choice.Machine.Name,
                    AcceleratorConfigs = choice.Machine.Accelerator is { Attached: true } gpu
                        ? [new InstanceGceSetupAcceleratorConfigArgs { Type = gpu.CloudName.ToUpperInvariant().Replace('-', '_'), CoreCount = gpu.Count.ToString(CultureInfo.InvariantCulture) }]
                        : null,
                    DisablePublicIp = true,
                    NetworkInterfaces = [new InstanceGceSetupNetworkInterfaceArgs { Network = gcp.Network.Network, Subnet = gcp.Network.Subnetwork, NicType = "GVNIC" }],
                    ServiceAccounts = [new InstanceGceSetupServiceAccountArgs { Email = account.Email }],
                    ShieldedInstanceConfig = new InstanceGceSetupShieldedInstanceConfigArgs { EnableIntegrityMonitoring = true, EnableVtpm = true, EnableSecureBoot = choice.Machine.Accelerator is null },
                    BootDisk = Boot(gcp.Keys.IdFor("disks")),
                    DataDisks = Data(config, gcp.Keys.IdFor("disks")),
                    Metadata = Metadata(idle, choice.Machine.Accelerator is not null),
                },
            });
            GoogleMachines.LetUse(context, account, user, $"user:{address}");

            // Whoever owns it starts it again when it has stopped by itself.
            context.Scope.Add(new InstanceIamMember($"{context.Name}-{user}") { Name = instance.Name, Location = zone, Role = "roles/notebooks.admin", Member = $"user:{address}" });
            names[user] = instance.GetOutput<string>("proxyUri");
        }

        return new WorkspaceHandle("vertex-workbench", config, new() { ["urls"] = names, ["zone"] = zone, ["serviceAccount"] = account.Email }) { UsdPerHour = choice.Machine.UsdPerHour };
    }

    private static InstanceGceSetupBootDiskArgs Boot(Input<string>? key) => new() { DiskSizeGb = "150", DiskType = "PD_BALANCED", DiskEncryption = key is null ? "GMEK" : "CMEK", KmsKey = key };

    private static InstanceGceSetupDataDisksArgs Data(WorkbenchConfig config, Input<string>? key) => new()
    {
        DiskSizeGb = config.HomeSize.WholeGibibytes.ToString(CultureInfo.InvariantCulture),
        DiskType = "PD_BALANCED",
        DiskEncryption = key is null ? "GMEK" : "CMEK",
        KmsKey = key,
    };

    /// <summary>It says that it is idle in its guest attributes: without them the time-out does nothing (Workbench documentation, "Idle shutdown").</summary>
    private static InputMap<string> Metadata(Duration? idle, bool hasGpu) => new()
    {
        ["idle-timeout-seconds"] = idle?.Seconds.ToString(CultureInfo.InvariantCulture),
        ["enable-guest-attributes"] = "true",
        ["notebook-disable-root"] = "true",
        ["install-nvidia-driver"] = hasGpu ? "true" : null,
    };
}
