using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Registries;

/// <summary>What registries in a cluster have in common, whichever system and whoever's cluster.</summary>
internal static class ClusterRegistry
{
    /// <summary>The host name a registry cannot do without: machines pull from it, not pods, and only over TLS.</summary>
    public static string HostOf(RegistryConfig config, ComponentContext context)
    {
        if (config.Host is { } host)
        {
            return host;
        }

        context.Diagnostics.Add(KubernetesRegistryErrors.Missing(config.KeySpan, config.Name, "host", "the name that machines pull images by", "registry.example.com"));
        throw new ExpansionStoppedException();
    }

    /// <summary>The ingress class that the cluster's owner names; null for the cluster's default.</summary>
    public static string? IngressClassOf(ComponentContext context, ClusterHandle cluster) =>
        (cluster.IsShared ? SharedClusters.Find(context.Expansion, cluster)?.Config.IngressClass : null) ?? cluster.Config.IngressClass;

    /// <summary>Adds the certificate of the host name, as a TLS secret of the same name.</summary>
    public static Resource AddCertificate(ComponentContext context, ClusterHandle cluster, NamespaceHandle space, string host, string name) =>
        OperatorObject.Add(context.Scope, context.Stack, cluster, $"{context.Name}-certificate", "cert-manager.io/v1:Certificate", name, space.Name, context.Name, new()
        {
            ["secretName"] = name,
            ["dnsNames"] = Value.List(host),
            ["issuerRef"] = new ValueMap { ["kind"] = "ClusterIssuer", ["group"] = "cert-manager.io", ["name"] = ClusterIssuers.NameFor(context.Expansion, cluster) },
        }, new ResourceOptions { DependsOn = [space.Resource, .. cluster.Operators?.After(ClusterOperator.CertManager) ?? []] });

    /// <summary>Adds the secret that the team's pods pull with, when the stack file says as whom. Gives its name.</summary>
    public static string? AddPullSecret(RegistryConfig config, ComponentContext context, ClusterHandle cluster, string host)
    {
        if (config.Pull is not { } pull)
        {
            return null;
        }

        var team = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        var login = new ValueMap { ["username"] = pull.User, ["password"] = Output.ConfigSecret(pull.Password.Name).Value };
        ConfiguredSecret.Add(
            context, cluster, team, PullSecretOf(config), ".dockerconfigjson", Output.Json(new ValueMap { ["auths"] = new ValueMap { [host] = login } }), "kubernetes.io/dockerconfigjson");
        return PullSecretOf(config);
    }

    /// <summary>The secrets that pods of the stack on a cluster pull with: those of its registries there that name a user.</summary>
    public static IEnumerable<string> PullSecrets(StackModel stack, ClusterHandle cluster) => stack.Components.OfType<RegistryConfig>()
        .Where(registry => RegistryPull.IsFrom(stack, registry, cluster) || (registry.Pull is not null && stack.CloudOf(registry) == cluster.Cloud && (registry.Cluster is not { } named || named.Name == cluster.Config.Name)))
        .Select(PullSecretOf)
        .Order(StringComparer.Ordinal);

    /// <summary>The name of the secret that pods pull with.</summary>
    public static string PullSecretOf(RegistryConfig config) => $"{config.Name}-pull";
}
