using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Workspaces;

/// <summary>Pods with an SSH server: a stateful set for each user, which scales itself to nothing when nobody is connected.</summary>
internal static class PodWorkspace
{
    private const string Title = "a pod";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<PodWorkspaceConfig>("workspaces", "pod", "strata:workspace:Pod", new EngineFacts(
            "SSH pod",
            Maturity.Stable,
            "GPL-3.0-only",
            "The image and its updates.",
            new("linuxserver/docker-openssh-server: LICENSE", "2026-11-26")))
        .SelfHosted<PodWorkspaceConfig>(Cloud.Aws, Expand)
        .SelfHosted<PodWorkspaceConfig>(Cloud.Gcp, Expand)
        .SelfHosted<PodWorkspaceConfig>(Cloud.Kubernetes, Expand)
        .RefuseManaged(Cloud.Aws, "A pod is run by the cluster that it is in.", "Use engine: sagemaker-studio for what AWS runs, or set 'managed: false'.")
        .RefuseManaged(Cloud.Gcp, "A pod is run by the cluster that it is in.", "Use engine: cloud-workstations for what Google Cloud runs, or set 'managed: false'.")
        .RefuseManaged(Cloud.Kubernetes, "There is no cloud that could run it.", "Set 'managed: false', or remove it.");

    private static WorkspaceHandle Expand(PodWorkspaceConfig config, ComponentContext context)
    {
        var idle = IdleRules.Check(config, context, Title);
        IdleRules.NeedUsers(config, context, Title);
        CheckKeys(config, context);
        var cluster = context.ClusterOf(config);
        var space = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        var pool = config.Pool is null ? null : context.Use<PoolHandle>(config.Pool);
        if (pool is not null && pool.Cluster.Config.Name != cluster.Config.Name)
        {
            context.Diagnostics.Add(WorkspaceErrors.PoolElsewhere(config.Pool!.Span, config.Name, pool.Config.Name, pool.Cluster.Config.Name, cluster.Config.Name));
        }

        if (config.Gpu > (pool?.AcceleratorsPerNode ?? 0))
        {
            context.Diagnostics.Add(WorkspaceErrors.NoGpus(config.SpanOf(nameof(config.Gpu)), config.Name, config.Gpu, pool?.Config.Name, pool?.AcceleratorsPerNode ?? 0));
        }

        if (pool?.Config.Spot is true)
        {
            context.Diagnostics.Add(WorkspaceErrors.SpotPool(config.Pool!.Span, config.Name, pool.Config.Name));
        }

        var identity = PodIdentity.Add(context, cluster, space, context.Name, new PodRights { RunsCode = true, Storage = StorageGrants.ForPods(context, cluster, config, config.Access) });
        foreach (var user in config.Users.Where(config.Keys.ContainsKey))
        {
            UserPod.Add(config, context, space, pool, identity, user, idle);
        }

        if (idle is not null && config.Users.Count > 0)
        {
            IdleWatcher.AddRights(config, context, space, identity);
        }

        return new WorkspaceHandle("pod", config, new() { ["namespace"] = space.Name, ["services"] = Value.List(config.Users.Select(user => (Value)$"{context.Name}-{user}")), ["port"] = UserPod.Port });
    }

    private static void CheckKeys(PodWorkspaceConfig config, ComponentContext context)
    {
        foreach (var user in config.Users.Where(user => !config.Keys.ContainsKey(user)))
        {
            context.Diagnostics.Add(WorkspaceErrors.NoKeys(config.SpanOf(nameof(config.Users)), config.Name, user));
        }

        foreach (var user in config.Keys.Keys.Where(user => !config.Users.Contains(user)))
        {
            context.Diagnostics.Add(WorkspaceErrors.UnknownKeyOwner(config.SpanOf(nameof(config.Keys)), config.Name, user, config.Users));
        }
    }
}
