using System.ComponentModel;
using Strata.Gcp.Kms;
using Strata.Gcp.Workstations;
using Strata.Gcp.Workstations.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Units;

namespace Strata.Platform.Workspaces;

/// <summary>Cloud Workstations: an editor in the browser, or over SSH, for each user.</summary>
public sealed record WorkstationsConfig : GoogleWorkspaceConfig
{
    [Description("What each workstation has.")]
    public Machine Machine { get; init; } = new() { Cpu = CpuCount.FromCores(4), Memory = ByteSize.FromGibibytes(16) };

    [Description("How much each person's home holds: 10, 50, 100, 200, 500 or 1000 GiB.")]
    public ByteSize HomeSize { get; init; } = ByteSize.FromGibibytes(100);

    [Description("The container image of the editor, with its tag or digest. Google's Code OSS when left out.")]
    public string? Image { get; init; }

    [Description("How long a workstation may run at all, used or not.")]
    public Duration MaxLifetime { get; init; } = new(43_200);

    [Description("The storage that workstations may use, and how: { lake: read }.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();
}

/// <summary>A cluster of workstations in the stack's network, one configuration, and a workstation for each user.</summary>
internal static class Workstations
{
    private const string Title = "Cloud Workstations";
    private const string OnlyGcp = "Cloud Workstations is a service of Google Cloud.";

    // https://docs.cloud.google.com/workstations/docs/customize-persistent-disks
    private static readonly int[] Sizes = [10, 50, 100, 200, 500, 1000];

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<WorkstationsConfig>("workspaces", "cloud-workstations", "strata:workspace:CloudWorkstations", new EngineFacts(
            Title,
            Maturity.Stable,
            "service",
            null,
            new("https://docs.cloud.google.com/workstations/docs/overview", "2026-11-26")))
        .Managed<WorkstationsConfig>(Cloud.Gcp, Expand)
        .RefuseSelfHosted(Cloud.Gcp, "Cloud Workstations is a service, and there is no software to run oneself.", "Use engine: machine or engine: pod, or remove 'managed'.")
        .RefuseBoth(Cloud.Aws, OnlyGcp, "Use engine: machine for a machine of one's own on AWS.")
        .RefuseBoth(Cloud.Kubernetes, OnlyGcp, "Use engine: pod, which runs on any cluster.");

    private static WorkspaceHandle Expand(WorkstationsConfig config, ComponentContext context)
    {
        var idle = IdleRules.Check(config, context, Title);
        if (!Sizes.Contains(config.HomeSize.WholeGibibytes))
        {
            context.Diagnostics.Add(WorkspaceErrors.HomeSize(config.SpanOf(nameof(config.HomeSize)), config.Name, config.HomeSize.ToString(), [.. Sizes.Select(size => FormattableString.Invariant($"{size}Gi"))]));
        }

        var gcp = context.Expansion.Foundations.Gcp;
        var choice = GoogleMachines.Choose(config, config.Machine, context, Title);
        var account = GoogleMachines.Account(config, context, config.Access);
        var cluster = context.Scope.Add(new WorkstationCluster(context.Name, new ResourceOptions { DependsOn = [gcp.Api("workstations"), .. gcp.Network.Ready] })
        {
            WorkstationClusterId = context.Named(GcpNames.Workstations),
            Location = gcp.Region,
            Network = gcp.Network.Network,
            Subnetwork = gcp.Network.Subnetwork,
            Labels = GcpResourceLabels.Of(context),
        });
        var setup = context.Scope.Add(Setup(config, context, cluster, choice.Machine, account.Email, idle));
        foreach (var (user, address) in GoogleUsers.Of(config, context, Title))
        {
            var workstation = context.Scope.Add(new Workstation($"{context.Name}-{user}", context.HoldsData)
            {
                WorkstationId = context.Named(GcpNames.Workstations, user),
                WorkstationClusterId = cluster.WorkstationClusterId,
                WorkstationConfigId = setup.WorkstationConfigId,
                Location = gcp.Region,
                Labels = GcpResourceLabels.Of(context),
            });
            context.Scope.Add(new WorkstationIamMember($"{context.Name}-{user}")
            {
                WorkstationId = workstation.WorkstationId,
                WorkstationClusterId = cluster.WorkstationClusterId,
                WorkstationConfigId = setup.WorkstationConfigId,
                Location = gcp.Region,
                Role = "roles/workstations.user",
                Member = $"user:{address}",
            });
        }

        return new WorkspaceHandle("cloud-workstations", config, new() { ["cluster"] = cluster.WorkstationClusterId, ["config"] = setup.WorkstationConfigId, ["location"] = gcp.Region }) { UsdPerHour = choice.Machine.UsdPerHour };
    }

    private static WorkstationConfig Setup(WorkstationsConfig config, ComponentContext context, WorkstationCluster cluster, Catalog.MachineType machine, Input<string> account, Duration? idle)
    {
        var gcp = context.Expansion.Foundations.Gcp;

        // Homes are encrypted in the name of the workstations' own account. The key is read from the grant, so that homes wait for it.
        var key = gcp.Keys.IdFor("disks") is not { } disks ? null : context.Scope.Add(new CryptoKeyIAMMember($"{context.Name}-key")
        {
            CryptoKeyId = disks,
            Role = "roles/cloudkms.cryptoKeyEncrypterDecrypter",
            Member = Output.Format($"serviceAccount:{account}"),
        }).GetOutput<string>("cryptoKeyId");
        return new($"{context.Name}-config")
        {
            WorkstationConfigId = context.Named(GcpNames.Workstations, "config"),
            WorkstationClusterId = cluster.WorkstationClusterId,
            Location = gcp.Region,
            Labels = GcpResourceLabels.Of(context),

            // Nothing for an idle stop is how the service writes "never".
            IdleTimeout = idle?.InSeconds ?? "0s",
            RunningTimeout = config.AlwaysOn ? "0s" : config.MaxLifetime.InSeconds,
            Host = new WorkstationConfigHostArgs
            {
                GceInstance = new WorkstationConfigHostGceInstanceArgs
                {
                    MachineType = machine.Name,
                    Accelerators = machine.Accelerator is { } gpu ? [new WorkstationConfigHostGceInstanceAcceleratorArgs { Type = gpu.CloudName, Count = gpu.Count }] : null,
                    BootDiskSizeGb = 50,
                    DisablePublicIpAddresses = true,
                    ServiceAccount = account,
                    ServiceAccountScopes = ["https://www.googleapis.com/auth/cloud-platform"],
                    ShieldedInstanceConfig = new WorkstationConfigHostGceInstanceShieldedInstanceConfigArgs { EnableIntegrityMonitoring = true, EnableSecureBoot = machine.Accelerator is null, EnableVtpm = true },
                },
            },
            PersistentDirectories =
            [
                new WorkstationConfigPersistentDirectoryArgs
                {
                    MountPath = "/home",
                    GcePd = new WorkstationConfigPersistentDirectoryGcePdArgs { SizeGb = config.HomeSize.WholeGibibytes, DiskType = "pd-balanced", ReclaimPolicy = context.IsProd ? "RETAIN" : "DELETE" },
                },
            ],
            Container = config.Image is null ? null : new WorkstationConfigContainerArgs { Image = config.Image },
            EncryptionKey = key is null ? null : new WorkstationConfigEncryptionKeyArgs { KmsKey = key, KmsKeyServiceAccount = account },
        };
    }
}
