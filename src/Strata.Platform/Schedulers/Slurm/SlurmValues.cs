using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Schedulers;

/// <summary>What Strata sets in Slinky's chart of a Slurm cluster (SlinkyProject/slurm-operator: helm/slurm/values.yaml at v1.2.1).</summary>
internal sealed class SlurmValues(SlurmConfig config, bool isProd, bool monitoring, PodIdentity identity, bool homes)
{
    /// <summary>The set of login nodes.</summary>
    public const string Login = "people";

    private const string Home = "home";

    public ValueMap Of(IReadOnlyList<PoolHandle> pools)
    {
        var sets = new ValueMap();
        foreach (var pool in pools)
        {
            sets[pool.Config.Name] = NodesOn(pool);
        }

        var accelerated = pools.Any(pool => pool.AcceleratorsPerNode > 0);
        return new()
        {
            ["fullnameOverride"] = "slurm",
            ["asciiArt"] = false,
            ["configFiles"] = accelerated ? (Value)new ValueMap { ["gres.conf"] = "AutoDetect=nvidia\n" } : null,
            ["controller"] = new ValueMap
            {
                ["slurmctld"] = new ValueMap { ["resources"] = Requests("1", "2Gi") },
                ["logfile"] = Alpine,
                ["persistence"] = new ValueMap { ["enabled"] = true, ["resources"] = new ValueMap { ["requests"] = new ValueMap { ["storage"] = "10Gi" } } },

                // Schedules of workflows are entries of scrontab, which is off by itself.
                ["extraConfMap"] = new ValueMap { ["GresTypes"] = accelerated ? (Value)"gpu" : null, ["ScronParameters"] = "enable" },
                ["metrics"] = new ValueMap { ["enabled"] = monitoring, ["serviceMonitor"] = new ValueMap { ["enabled"] = monitoring } },
            },
            ["restapi"] = new ValueMap { ["replicas"] = isProd ? 2 : 1, ["slurmrestd"] = new ValueMap { ["resources"] = Requests("250m", "512Mi") } },
            ["accounting"] = new ValueMap { ["enabled"] = false },
            ["loginsetDefaults"] = new ValueMap { ["initconf"] = Alpine },
            ["loginsets"] = config.SshKeys.Count == 0 ? null : (Value)new ValueMap { [Login] = LoginNodes },
            ["nodesetDefaults"] = new ValueMap { ["logfile"] = Alpine },
            ["nodesets"] = sets,
            ["partitions"] = new ValueMap { ["all"] = new ValueMap { ["enabled"] = true } },
        };
    }

    /// <summary>The chart's own tag of this image moves.</summary>
    private static ValueMap Alpine
    {
        get
        {
            var image = ContainerImages.Get("alpine");
            return new() { ["image"] = new ValueMap { ["repository"] = image.Repository, ["tag"] = image.Tag } };
        }
    }

    /// <summary>Reached inside the cluster only, or by 'kubectl port-forward': the chart would put it on the internet.</summary>
    private ValueMap LoginNodes => new()
    {
        ["enabled"] = true,
        ["rootSshAuthorizedKeys"] = string.Join('\n', config.SshKeys),
        ["login"] = new ValueMap { ["resources"] = Requests("500m", "1Gi"), ["volumeMounts"] = Mounts, ["env"] = Environment },
        ["podSpec"] = new ValueMap { ["volumes"] = Volumes },
        ["service"] = new ValueMap { ["spec"] = new ValueMap { ["type"] = "ClusterIP" } },
    };

    private ValueMap NodesOn(PoolHandle pool) => new()
    {
        ["enabled"] = true,
        ["replicas"] = config.Nodes,
        ["slurmd"] = new ValueMap { ["resources"] = JobPools.ResourcesOn(pool), ["volumeMounts"] = Mounts, ["env"] = Environment },
        ["extraConfMap"] = pool.AcceleratorsPerNode == 0 ? null : (Value)new ValueMap { ["Gres"] = Value.List(FormattableString.Invariant($"gpu:{pool.AcceleratorsPerNode}")) },
        ["partition"] = new ValueMap { ["enabled"] = true, ["configMap"] = new ValueMap { ["State"] = "UP", ["MaxTime"] = "UNLIMITED" } },
        ["podSpec"] = new ValueMap
        {
            ["serviceAccountName"] = identity.Account,
            ["nodeSelector"] = JobPools.SelectorOf(pool),
            ["tolerations"] = JobPools.TolerationsOf(pool),
            ["volumes"] = Volumes,
        },
    };

    private Value? Environment => identity.Environment.Count == 0 ? null : Value.List(identity.Environment.Select(variable => variable.ToValue()));

    private Value? Mounts => homes ? Value.List(new ValueMap { ["name"] = Home, ["mountPath"] = "/home" }) : null;

    private Value? Volumes => homes ? Value.List(new ValueMap { ["name"] = Home, ["persistentVolumeClaim"] = new ValueMap { ["claimName"] = SlurmHomes.Claim } }) : null;

    private static ValueMap Requests(string cpu, string memory) => new()
    {
        ["requests"] = new ValueMap { ["cpu"] = cpu, ["memory"] = memory },
        ["limits"] = new ValueMap { ["memory"] = memory },
    };
}
