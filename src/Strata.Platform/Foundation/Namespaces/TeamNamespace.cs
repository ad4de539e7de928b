using System.Globalization;
using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>The team's namespace on one cluster: quota, defaults, isolation and access.</summary>
internal static class TeamNamespace
{
    public static NamespaceHandle Expand(StackExpansion expansion, ClusterHandle cluster)
    {
        var stack = expansion.Stack;
        var config = stack.Config.Namespace;
        var prefix = cluster.Config.Name;
        var name = NameIn(stack);
        var scope = expansion.Root.AddComponent("strata:foundation:Namespace", prefix, stack.Config.SpanOf(nameof(StackConfig.Namespace)));
        scope.Use(cluster.Provider);
        var meta = KubernetesObject.Labels(stack, stack.Config.Team);
        meta["pod-security.kubernetes.io/enforce"] = PropertyNames.OfChoice(config.PodSecurity.ToString());
        meta["pod-security.kubernetes.io/warn"] = "restricted";
        meta["pod-security.kubernetes.io/audit"] = "restricted";
        var space = scope.Add(new Namespace($"{prefix}-namespace", new ResourceOptions { DependsOn = cluster.Ready })
        {
            Metadata = new() { Name = name, Labels = meta },
        });
        var handle = new NamespaceHandle(name, space, scope);
        scope.Add(Quota(stack, config.Quota, prefix, handle));
        scope.Add(Limits(stack, config.Defaults, prefix, handle));
        NamespaceIsolation.Add(expansion, cluster, handle);
        NamespaceAccess.Add(expansion, cluster, handle);
        return handle;
    }

    /// <summary>The namespace's name: what the file says, or team and environment.</summary>
    public static string NameIn(StackModel stack) =>
        stack.Config.Namespace.Name ?? $"{stack.Config.Team}-{PropertyNames.OfChoice(stack.Config.Environment.ToString())}";

    private static ResourceQuota Quota(StackModel stack, NamespaceQuota quota, string prefix, NamespaceHandle space) =>
        new($"{prefix}-quota", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(stack, stack.Config.Team, "team", space.Name),
            Spec = new ResourceQuotaSpecArgs
            {
                // A quota on an extended resource counts only under 'requests.': a bare 'nvidia.com/gpu' limits nothing.
                Hard = new()
                {
                    ["requests.cpu"] = quota.Cpu.ToString(),
                    ["requests.memory"] = quota.Memory.ToString(),
                    ["requests.nvidia.com/gpu"] = quota.Gpu.ToString(CultureInfo.InvariantCulture),
                    ["requests.storage"] = quota.Storage.ToString(),
                    ["persistentvolumeclaims"] = quota.VolumeClaims.ToString(CultureInfo.InvariantCulture),
                    ["pods"] = quota.Pods.ToString(CultureInfo.InvariantCulture),
                },
            },
        };

    private static LimitRange Limits(StackModel stack, ContainerDefaults defaults, string prefix, NamespaceHandle space) =>
        new($"{prefix}-limits", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(stack, stack.Config.Team, "containers", space.Name),
            Spec = new LimitRangeSpecArgs
            {
                Limits =
                [
                    new LimitRangeItemArgs
                    {
                        Type = "Container",
                        DefaultRequest = new() { ["cpu"] = defaults.Cpu.ToString(), ["memory"] = defaults.Memory.ToString() },
                        Default = new() { ["cpu"] = defaults.MaxCpu.ToString(), ["memory"] = defaults.MaxMemory.ToString() },
                    },
                ],
            },
        };
}
