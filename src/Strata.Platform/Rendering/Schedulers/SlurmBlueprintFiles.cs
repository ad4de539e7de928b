using Strata.Graph;
using Strata.Platform.Schedulers;

namespace Strata.Platform.Rendering;

/// <summary>A Slurm cluster as a blueprint for Google's Cluster Toolkit: <c>gcluster deploy schedulers/name/blueprint.yaml</c> makes it and changes it.</summary>
/// <remarks>Modules and their settings: GoogleCloudPlatform/cluster-toolkit, tag v1.95.0 (2026-06-24), examples/hpc-slurm.yaml and the modules' variables.tf.</remarks>
internal static class SlurmBlueprintFiles
{
    /// <summary>The release whose modules are used, whichever release of <c>gcluster</c> reads the file.</summary>
    private const string Version = "v1.95.0";

    private const string Nodeset = "community/modules/compute/schedmd-slurm-gcp-v6-nodeset";

    public static IEnumerable<RenderedFile> Render(RenderContext context)
    {
        foreach (var config in context.Stack.Components.OfType<SlurmConfig>())
        {
            if (context.Stack.CloudOf(config) == Cloud.Gcp && context.HandleOf<SlurmHandle>(config)?.Blueprint is { } blueprint && Document(config, blueprint, context) is { } document)
            {
                yield return new RenderedFile($"schedulers/{config.Name}/blueprint.yaml", YamlText.Of(document), "schedulers/slurm-blueprint");
            }
        }
    }

    private static ValueMap? Document(SlurmConfig config, SlurmBlueprint blueprint, RenderContext context)
    {
        var what = $"the blueprint of '{config.Name}'";
        if (context.Known(blueprint.Network, what, config.KeySpan) is not { } network
            || context.Known(blueprint.Subnetwork, what, config.KeySpan) is not { } subnetwork
            || context.Known(blueprint.Controller, what, config.KeySpan) is not { } controller
            || context.Known(blueprint.Machines, what, config.KeySpan) is not { } machines
            || context.Known(blueprint.Bucket, what, config.KeySpan) is not { } bucket)
        {
            return null;
        }

        var name = $"{context.Stack.Name}-{config.Name}";
        return new()
        {
            ["blueprint_name"] = name,
            ["toolkit_modules_url"] = "github.com/GoogleCloudPlatform/cluster-toolkit",
            ["toolkit_modules_version"] = Version,
            ["vars"] = new ValueMap
            {
                ["project_id"] = blueprint.Project,
                ["deployment_name"] = name,
                ["region"] = blueprint.Region,
                ["zone"] = blueprint.Zone,
                ["enable_slurm_auth"] = true,
                ["labels"] = new ValueMap { ["team"] = context.Stack.Config.Team, ["stack"] = context.Stack.Name, ["component"] = config.Name },
            },
            ["deployment_groups"] = Value.List(new ValueMap
            {
                ["group"] = "primary",
                ["modules"] = Value.List(
                [
                    Module("network", "modules/network/pre-existing-vpc", [], new() { ["network_name"] = network, ["subnetwork_name"] = subnetwork }),
                    Module("results", "modules/file-system/pre-existing-network-storage", [], new()
                    {
                        ["fs_type"] = "gcsfuse",
                        ["remote_mount"] = bucket,
                        ["local_mount"] = "/results",
                        ["mount_options"] = "defaults,_netdev,implicit_dirs,allow_other",
                    }),
                    .. blueprint.Partitions.SelectMany((partition, index) => Partition(partition, index, blueprint, machines)),
                    Module("login", "community/modules/scheduler/schedmd-slurm-gcp-v6-login", ["network"], new()
                    {
                        ["machine_type"] = "n2-standard-4",
                        ["enable_login_public_ips"] = false,
                        ["service_account_email"] = machines,
                    }),
                    Module("controller", "community/modules/scheduler/schedmd-slurm-gcp-v6-controller", ["network", "results", .. blueprint.Partitions.Select(partition => $"{partition.Name}-partition"), "login"], new()
                    {
                        ["enable_controller_public_ips"] = false,
                        ["service_account_email"] = controller,
                    }),
                ]),
            }),
        };
    }

    private static IEnumerable<Value> Partition(SlurmPartition partition, int index, SlurmBlueprint blueprint, string machines)
    {
        var queue = partition.Queue;
        yield return Module($"{partition.Name}-nodes", Nodeset, ["network"], new()
        {
            // Of names the toolkit keeps 14 letters and digits, which may then be the same.
            ["name"] = FormattableString.Invariant($"nodes{index}"),
            ["machine_type"] = partition.Machine,
            ["guest_accelerator"] = partition.Gpu is { } gpu ? Value.List(new ValueMap { ["type"] = gpu, ["count"] = partition.Gpus }) : null,
            ["node_count_static"] = queue.Min,
            ["node_count_dynamic_max"] = queue.Max - queue.Min,
            ["enable_spot_vm"] = queue.Spot,
            ["enable_public_ips"] = false,
            ["disk_size_gb"] = 100,
            ["allow_automatic_updates"] = false,
            ["service_account_email"] = machines,
        });
        yield return Module($"{partition.Name}-partition", "community/modules/compute/schedmd-slurm-gcp-v6-partition", [$"{partition.Name}-nodes"], new()
        {
            ["partition_name"] = partition.Name,
            ["is_default"] = index == 0,

            // A machine takes several jobs, and goes when it has had none for a while.
            ["exclusive"] = false,
            ["suspend_time"] = (int)blueprint.IdleTimeout.Seconds,
        });
    }

    private static ValueMap Module(string id, string source, IReadOnlyList<string> use, ValueMap settings) => new()
    {
        ["id"] = id,
        ["source"] = source,
        ["use"] = use.Count == 0 ? null : Value.List(use.Select(one => (Value)one)),
        ["settings"] = settings,
    };
}
