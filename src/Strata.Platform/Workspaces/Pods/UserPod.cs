using System.Globalization;
using Strata.Graph;
using Strata.Kubernetes.Apps.V1;
using Strata.Kubernetes.Apps.V1.Inputs;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Kubernetes.Meta.V1.Inputs;
using Strata.Kubernetes.Networking.V1;
using Strata.Kubernetes.Networking.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Units;

namespace Strata.Platform.Workspaces;

/// <summary>One user's pod, with a home that stays when the pod goes.</summary>
internal static class UserPod
{
    public const int Port = 2222;

    /// <summary>Tells the pods of workspaces from others in the team's namespace.</summary>
    public const string UserLabel = "strata.dev/workspace-user";

    private const string Session = "session.sh";

    private const string Image = "lscr.io/linuxserver/openssh-server:10.0_p1-r7-ls202";

    public static void Add(PodWorkspaceConfig config, ComponentContext context, NamespaceHandle space, PoolHandle? pool, PodIdentity identity, string user, Duration? idle)
    {
        var name = $"{context.Name}-{user}";
        var keys = context.Scope.Add(new ConfigMap($"{name}-keys", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, $"{name}-keys", space.Name),
            Data = new() { ["authorized_keys"] = config.Keys[user] + "\n", [Session] = SessionScript(identity) },
        });
        var home = context.Scope.Add(new PersistentVolumeClaim($"{name}-home", context.HoldsData with { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, $"{name}-home", space.Name, new() { ["pulumi.com/skipAwait"] = "true" }),
            Spec = new PersistentVolumeClaimSpecArgs
            {
                AccessModes = ["ReadWriteOnce"],
                Resources = new VolumeResourceRequirementsArgs { Requests = new() { ["storage"] = config.HomeSize.ToString() } },
            },
        });
        context.Scope.Add(new Service(name, new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, space.Name),
            Spec = new ServiceSpecArgs { ClusterIP = "None", Selector = Selector(context, user), Ports = [new ServicePortArgs { Name = "ssh", Port = Port }] },
        });
        context.Scope.Add(new NetworkPolicy(name, new ResourceOptions { DependsOn = [space.Resource] })
        {
            // Port forwarding comes from the node itself; no other pod of the team has business here.
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, space.Name),
            Spec = new NetworkPolicySpecArgs { PodSelector = new LabelSelectorArgs { MatchLabels = Selector(context, user) }, PolicyTypes = ["Ingress"] },
        });
        context.Scope.Add(Pod(config, context, space, pool, identity, user, idle, [keys, home]));
    }

    private static StatefulSet Pod(PodWorkspaceConfig config, ComponentContext context, NamespaceHandle space, PoolHandle? pool, PodIdentity identity, string user, Duration? idle, IReadOnlyList<Resource> after)
    {
        var name = $"{context.Name}-{user}";
        var labels = KubernetesObject.Labels(context.Stack, context.Name);
        labels[UserLabel] = user;

        // The idle watcher sets the number of replicas, and whoever wants to work.
        return new(name, new ResourceOptions { DependsOn = [.. after, .. identity.Ready], IgnoreChanges = ["spec.replicas"] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, space.Name, new() { ["pulumi.com/skipAwait"] = "true" }),
            Spec = new StatefulSetSpecArgs
            {
                Replicas = 1,
                ServiceName = name,
                Selector = new LabelSelectorArgs { MatchLabels = Selector(context, user) },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new() { Labels = labels },
                    Spec = new PodSpecArgs
                    {
                        ServiceAccountName = identity.Account,
                        NodeSelector = NodeSelector(pool),
                        Tolerations = pool is null ? null : [.. pool.Tolerations.Select(t => Input.FromValue<TolerationArgs>(t))],
                        SecurityContext = new PodSecurityContextArgs { FsGroup = 1000, FsGroupChangePolicy = "OnRootMismatch", SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" } },
                        Containers = [Container(config, pool, identity, user), .. idle is null ? Array.Empty<ContainerArgs>() : [IdleWatcher.Container(name, idle)]],
                        Volumes =
                        [
                            new VolumeArgs { Name = "home", PersistentVolumeClaim = new PersistentVolumeClaimVolumeSourceArgs { ClaimName = $"{name}-home" } },
                            new VolumeArgs { Name = "keys", ConfigMap = new ConfigMapVolumeSourceArgs { Name = $"{name}-keys" } },
                        ],
                    },
                },
            },
        };
    }

    private static ContainerArgs Container(PodWorkspaceConfig config, PoolHandle? pool, PodIdentity identity, string user)
    {
        var limits = new InputMap<string> { ["memory"] = config.Memory.ToString() };
        if (config.Gpu > 0 && pool?.AcceleratorResource is { } resource)
        {
            limits[resource] = config.Gpu.ToString(CultureInfo.InvariantCulture);
        }

        return new ContainerArgs
        {
            Name = "ssh",
            Image = config.Image ?? Image,
            Env =
            [
                KubernetesJob.Variable("PUID", "1000"),
                KubernetesJob.Variable("PGID", "1000"),
                KubernetesJob.Variable("USER_NAME", user),
                KubernetesJob.Variable("PUBLIC_KEY_FILE", "/keys/authorized_keys"),
                KubernetesJob.Variable("PASSWORD_ACCESS", "false"),
                .. identity.Environment,
            ],
            Ports = [new ContainerPortArgs { Name = "ssh", ContainerPort = Port }],
            Resources = new ResourceRequirementsArgs { Requests = new() { ["cpu"] = config.Cpu.ToString(), ["memory"] = config.Memory.ToString() }, Limits = limits },
            SecurityContext = new SecurityContextArgs { AllowPrivilegeEscalation = false },
            VolumeMounts =
            [
                new VolumeMountArgs { Name = "home", MountPath = "/config" },
                new VolumeMountArgs { Name = "keys", MountPath = "/keys", ReadOnly = true },
                new VolumeMountArgs { Name = "keys", MountPath = $"/custom-cont-init.d/{Session}", SubPath = Session, ReadOnly = true },
            ],
            ReadinessProbe = new ProbeArgs { TcpSocket = new TCPSocketActionArgs { Port = Port }, PeriodSeconds = 10 },
        };
    }

    /// <summary>
    /// sshd starts sessions without the container's variables (linuxserver/docker-openssh-server#69), by which clients find storage and
    /// identity: this writes them down for login shells, before it starts.
    /// </summary>
    private static string SessionScript(PodIdentity identity)
    {
        var names = identity.Environment.Select(variable => ((ObjectValue)variable.ToValue()).Properties.First(property => property.Name == "name").Value).OfType<TextValue>().Select(name => name.Text).Where(name => !name.StartsWith("AWS_", StringComparison.Ordinal));
        return $"#!/bin/bash\nfor name in {string.Join(' ', ["$(compgen -e AWS_)", .. names])}; do printf 'export %s=%q\\n' \"$name\" \"${{!name}}\"; done >/etc/profile.d/stack.sh\n";
    }

    private static InputMap<string>? NodeSelector(PoolHandle? pool)
    {
        if (pool is null)
        {
            return null;
        }

        var selector = new InputMap<string>();
        foreach (var (label, value) in pool.NodeSelector)
        {
            selector[label] = value;
        }

        return selector;
    }

    private static InputMap<string> Selector(ComponentContext context, string user)
    {
        var selector = KubernetesObject.Selector(context.Stack, context.Name);
        selector[UserLabel] = user;
        return selector;
    }
}
