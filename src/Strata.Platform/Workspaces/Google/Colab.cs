using System.ComponentModel;
using System.Globalization;
using Strata.Gcp.Colab;
using Strata.Gcp.Colab.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Naming;
using Strata.Platform.Units;

namespace Strata.Platform.Workspaces;

/// <summary>Colab Enterprise: a template that people start runtimes from, which run as themselves.</summary>
public sealed record ColabConfig : WorkspaceConfig
{
    [Description("What each runtime has.")]
    public Machine Machine { get; init; } = new() { Cpu = CpuCount.FromCores(4), Memory = ByteSize.FromGibibytes(16) };

    [Description("How much each runtime's disk holds.")]
    public ByteSize DiskSize { get; init; } = ByteSize.FromGibibytes(100);
}

/// <summary>A runtime template in the stack's network, for the stack's people.</summary>
internal static class Colab
{
    private const string Title = "Colab Enterprise";
    private const string OnlyGcp = "Colab Enterprise is a service of Google Cloud.";

    // https://docs.cloud.google.com/colab/docs/idle-shutdown: 10 minutes to a day.
    private static readonly Duration Least = Duration.FromMinutes(10);
    private static readonly Duration Most = Duration.FromMinutes(1_440);

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<ColabConfig>("workspaces", "colab-enterprise", "strata:workspace:ColabEnterprise", new EngineFacts(
            Title,
            Maturity.Stable,
            "service",
            null,
            new("https://docs.cloud.google.com/colab/docs/introduction", "2026-11-26")))
        .Managed<ColabConfig>(Cloud.Gcp, Expand)
        .RefuseSelfHosted(Cloud.Gcp, "Colab Enterprise is a service, and there is no software to run oneself.", "Use engine: jupyterhub, which runs on a cluster, or remove 'managed'.")
        .RefuseBoth(Cloud.Aws, OnlyGcp, "Use engine: sagemaker-studio for notebooks that AWS runs.")
        .RefuseBoth(Cloud.Kubernetes, OnlyGcp, "Use engine: jupyterhub, which runs on any cluster.");

    private static WorkspaceHandle Expand(ColabConfig config, ComponentContext context)
    {
        var idle = IdleRules.Check(config, context, Title, Least, Most, canStayOn: false);
        if (config.Users.Count > 0)
        {
            context.Diagnostics.Add(PlatformErrors.MeansNothing(config.SpanOf(nameof(config.Users)), config.Name, "users", "Runtimes are started by whoever is named under 'strata:access'."));
        }

        var gcp = context.Expansion.Foundations.Gcp;
        var choice = GoogleMachines.Choose(config, config.Machine, context, Title);
        var key = gcp.Keys.IdFor("vertex");
        var template = context.Scope.Add(new RuntimeTemplate(context.Name, new ResourceOptions { DependsOn = [gcp.Api("aiplatform"), .. gcp.Network.Ready] })
        {
            Name = context.Named(GcpNames.Vertex),
            DisplayName = $"{context.Stack.Name}-{context.Name}",
            Location = gcp.Region,
            Labels = GcpResourceLabels.Of(context),
            MachineSpec = new RuntimeTemplateMachineSpecArgs
            {
                MachineType = choice.Machine.Name,
                AcceleratorType = choice.Machine.Accelerator is { } gpu ? gpu.CloudName.ToUpperInvariant().Replace('-', '_') : null,
                AcceleratorCount = choice.Machine.Accelerator?.Count,
            },
            DataPersistentDiskSpec = new RuntimeTemplateDataPersistentDiskSpecArgs { DiskSizeGb = config.DiskSize.WholeGibibytes.ToString(CultureInfo.InvariantCulture), DiskType = "pd-standard" },
            NetworkSpec = new RuntimeTemplateNetworkSpecArgs { EnableInternetAccess = false, Network = gcp.Network.Network, Subnetwork = gcp.Network.Subnetwork },
            IdleShutdownConfig = new RuntimeTemplateIdleShutdownConfigArgs { IdleTimeout = (idle ?? Most).InSeconds },
            EucConfig = new RuntimeTemplateEucConfigArgs { EucDisabled = false },
            ShieldedVmConfig = new RuntimeTemplateShieldedVmConfigArgs { EnableSecureBoot = choice.Machine.Accelerator is null },
            EncryptionSpec = key is null ? null : new RuntimeTemplateEncryptionSpecArgs { KmsKeyName = key },
        });
        foreach (var person in GcpPeople.WhoWork(context))
        {
            context.Scope.Add(new RuntimeTemplateIamMember($"{context.Name}-{Foundation.GcpPrincipal.Slug(person)}")
            {
                RuntimeTemplate = template.GetOutput<string>("name"),
                Location = gcp.Region,
                Role = "roles/aiplatform.notebookRuntimeUser",
                Member = person,
            });
        }

        return new WorkspaceHandle("colab-enterprise", config, new() { ["runtimeTemplate"] = template.Id, ["location"] = gcp.Region }) { UsdPerHour = choice.Machine.UsdPerHour };
    }
}
