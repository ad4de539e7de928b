using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>Who signs the certificates of host names on a cluster.</summary>
internal static class ClusterIssuers
{
    private const string Version = "cert-manager.io/v1";
    private const string Own = "strata-ca";

    /// <summary>The ClusterIssuer to name in certificates: the cluster's config says, or its owner's, or the cluster's own authority.</summary>
    public static string NameFor(StackExpansion expansion, ClusterHandle cluster) =>
        (cluster.IsShared ? SharedClusters.Find(expansion, cluster)?.Config.Issuer : null) ?? cluster.Config.Issuer ?? Own;

    /// <summary>Makes the cluster's own authority, unless the config names an issuer. Gives what certificates wait for.</summary>
    public static IReadOnlyList<Resource> Add(Scope scope, StackModel stack, ClusterHandle cluster, IReadOnlyList<Resource> afterCertManager)
    {
        if (cluster.Config.Issuer is not null)
        {
            return afterCertManager;
        }

        var prefix = cluster.Config.Name;
        var root = Issuer("self-signed", "strata-self-signed", new() { ["selfSigned"] = new ValueMap() }, afterCertManager);
        var authority = OperatorObject.Add(scope, stack, cluster, $"{prefix}-ca", $"{Version}:Certificate", Own, "cert-manager", prefix, new()
        {
            ["isCA"] = true,
            ["commonName"] = $"{stack.Config.Team} {cluster.Config.Name}",
            ["secretName"] = Own,
            ["duration"] = "87600h",
            ["privateKey"] = new ValueMap { ["algorithm"] = "ECDSA", ["size"] = 256, ["rotationPolicy"] = "Never" },
            ["issuerRef"] = new ValueMap { ["kind"] = "ClusterIssuer", ["group"] = "cert-manager.io", ["name"] = "strata-self-signed" },
        }, new ResourceOptions { DependsOn = [root] });
        return [Issuer("issuer", Own, new() { ["ca"] = new ValueMap { ["secretName"] = Own } }, [authority])];

        Resource Issuer(string what, string name, ValueMap spec, IReadOnlyList<Resource> after) =>
            OperatorObject.Add(scope, stack, cluster, $"{prefix}-{what}", $"{Version}:ClusterIssuer", name, null, prefix, spec, new ResourceOptions { DependsOn = after });
    }
}
