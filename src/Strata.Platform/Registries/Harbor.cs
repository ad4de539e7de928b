using System.Globalization;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Registries;

/// <summary>A registry as Harbor in a namespace of its own: with accounts, scanning, retention and copies of public images.</summary>
/// <remarks>
/// The chart's own database and storage daemon have passwords that everyone can read in the chart: nothing but the ingress and the
/// cluster's own services may reach the namespace.
/// </remarks>
internal static class Harbor
{
    private const string AdminSecret = "harbor-admin";
    private const string AdminKey = "HARBOR_ADMIN_PASSWORD";
    private const string Internals = "harbor-internals";
    private const string Tls = "harbor-tls";
    private const string Tokens = "harbor-tokens";

    public static ClusterRegistryHandle Expand(RegistryConfig config, ComponentContext context)
    {
        var host = ClusterRegistry.HostOf(config, context);
        var cluster = context.ClusterFor(config, config.Cluster);
        var space = SystemNamespace.Expand(context.Scope, context.Expansion, cluster, context.Name, letTeamIn: false);
        List<Resource> ready =
        [
            .. AddAdmin(config, context, cluster, space),
            AddInternals(context, space),
            ClusterRegistry.AddCertificate(context, cluster, space, host, Tls),
            AddTokenKey(context, cluster, space),
            .. cluster.Operators?.After(ClusterOperator.Monitoring) ?? [],
        ];
        var server = HelmInstall.Add(
            context.Scope, context.Stack, cluster, HelmCharts.Get("harbor"), context.Name, "harbor", space.Name,
            Values(config, host, ClusterRegistry.IngressClassOf(context, cluster), SharedClusters.Has(context.Expansion, cluster, ClusterOperator.Monitoring)),
            context.HoldsData with { DependsOn = ready });
        HarborSettings.Add(config, context, space, server, AdminSecret, AdminKey);
        return new ClusterRegistryHandle(config, RegistryImages.Of(config, context.Stack), host, $"{context.Stack.Config.Team}/", ClusterRegistry.AddPullSecret(config, context, cluster, host));
    }

    private static IReadOnlyList<Resource> AddAdmin(RegistryConfig config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space) => config.Password is { } password
        ? ConfiguredSecret.Add(context, cluster, space, AdminSecret, AdminKey, Output.ConfigSecret(password.Name))
        : [Generate(space, AdminSecret, new Dictionary<string, int> { [AdminKey] = 32 }).Add(context.Stack, [], [])];

    /// <summary>What Harbor's parts know each other by. Its chart has well-known values for some, and makes new ones of others whenever it is rendered.</summary>
    private static Resource AddInternals(ComponentContext context, NamespaceHandle space) => Generate(space, Internals, new Dictionary<string, int>
    {
        ["secretKey"] = 16, ["secret"] = 16, ["CSRF_KEY"] = 32, ["JOBSERVICE_SECRET"] = 16, ["REGISTRY_HTTP_SECRET"] = 16,
    }).Add(context.Stack, [], []);

    /// <summary>
    /// The key that Harbor signs its tokens with: RSA in the older encoding, which is the only one it reads. Signed by itself: it is
    /// no certificate of a host, and an issuer such as Let's Encrypt would refuse it.
    /// </summary>
    private static Kubernetes.ApiExtensions.CustomResource AddTokenKey(ComponentContext context, ClusterHandle cluster, NamespaceHandle space)
    {
        var (stack, scope) = (context.Stack, context.Scope);
        var issuer = OperatorObject.Add(scope, stack, cluster, $"{context.Name}-self-signed", "cert-manager.io/v1:Issuer", Tokens, space.Name, context.Name, new() { ["selfSigned"] = new ValueMap() },
            new ResourceOptions { DependsOn = [space.Resource, .. cluster.Operators?.After(ClusterOperator.CertManager) ?? []] });
        return OperatorObject.Add(scope, stack, cluster, $"{context.Name}-tokens", "cert-manager.io/v1:Certificate", Tokens, space.Name, context.Name, new()
        {
            ["secretName"] = Tokens,
            ["commonName"] = "harbor-token",
            ["duration"] = "87600h",
            ["privateKey"] = new ValueMap { ["algorithm"] = "RSA", ["encoding"] = "PKCS1", ["size"] = 4096, ["rotationPolicy"] = "Never" },
            ["issuerRef"] = new ValueMap { ["kind"] = "Issuer", ["group"] = "cert-manager.io", ["name"] = Tokens },
        }, new ResourceOptions { DependsOn = [issuer] });
    }

    private static GeneratedSecret Generate(NamespaceHandle space, string name, IReadOnlyDictionary<string, int> keys) =>
        new() { Name = name, LivesIn = space, RunsIn = space, Keys = keys };

    private static ValueMap Values(RegistryConfig config, string host, string? ingressClass, bool monitoring) => new()
    {
        ["expose"] = new ValueMap
        {
            ["type"] = "ingress",
            ["tls"] = new ValueMap { ["enabled"] = true, ["certSource"] = "secret", ["secret"] = new ValueMap { ["secretName"] = Tls } },
            ["ingress"] = new ValueMap { ["hosts"] = new ValueMap { ["core"] = host }, ["className"] = ingressClass is null ? null : (Value)ingressClass },
        },
        ["externalURL"] = $"https://{host}",
        ["existingSecretAdminPassword"] = AdminSecret,
        ["existingSecretAdminPasswordKey"] = AdminKey,
        ["existingSecretSecretKey"] = Internals,

        // Its volume is mounted by one pod: the new one starts when the old one has let go.
        ["updateStrategy"] = new ValueMap { ["type"] = "Recreate" },
        ["core"] = new ValueMap { ["existingSecret"] = Internals, ["existingXsrfSecret"] = Internals, ["secretName"] = Tokens },
        ["jobservice"] = new ValueMap { ["existingSecret"] = Internals },
        ["registry"] = new ValueMap { ["existingSecret"] = Internals },
        ["trivy"] = new ValueMap { ["enabled"] = config.Scan },
        ["metrics"] = new ValueMap { ["enabled"] = monitoring, ["serviceMonitor"] = new ValueMap { ["enabled"] = monitoring } },
        ["persistence"] = new ValueMap
        {
            ["enabled"] = true,
            ["resourcePolicy"] = "keep",
            ["persistentVolumeClaim"] = new ValueMap
            {
                ["registry"] = new ValueMap { ["size"] = string.Create(CultureInfo.InvariantCulture, $"{config.Size.WholeGibibytes}Gi") },
                ["database"] = new ValueMap { ["size"] = "10Gi" },
                ["trivy"] = new ValueMap { ["size"] = "10Gi" },
            },
        },
    };
}
