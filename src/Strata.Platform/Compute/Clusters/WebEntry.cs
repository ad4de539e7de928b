using Strata.Graph;
using Strata.Kubernetes.Networking.V1;
using Strata.Kubernetes.Networking.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Registries;

namespace Strata.Platform.Compute;

/// <summary>How people reach a server of the upper layers by a host name: with a certificate, and never without signing in.</summary>
internal static class WebEntry
{
    /// <summary>Adds a certificate and an ingress for a server that asks people to sign in itself.</summary>
    /// <param name="host">The host name.</param>
    /// <param name="service">The server's service in <paramref name="space"/>.</param>
    public static void Add(ComponentContext context, ClusterHandle cluster, NamespaceHandle space, string host, string service, int port, IReadOnlyList<Resource> after) =>
        AddIngress(context, cluster, space, host, service, port, after);

    /// <summary>Adds the same for a server that does not, with a proxy in front that lets nobody past who has not signed in by <c>access.signIn</c>.</summary>
    /// <param name="at">Where the host name is written, for the error when the stack has no way to sign in.</param>
    /// <param name="called">What the proxy and its secrets are called; unique in <paramref name="space"/>.</param>
    public static void AddBehindSignIn(
        ComponentContext context, ClusterHandle cluster, NamespaceHandle space, string host, Text.SourceSpan? at, string service, int port, IReadOnlyList<Resource> after, string called = "sign-in")
    {
        if (context.Stack.Config.Access.SignIn is not { } signIn)
        {
            context.Diagnostics.Add(PlatformErrors.NoSignIn(at, context.Name, host));
            return;
        }

        var name = $"{context.Name}-sign-in";
        var client = ConfiguredSecret.Add(context, cluster, space, $"{called}-client", "client-secret", Output.ConfigSecret(signIn.ClientSecret.Name));
        var cookie = new GeneratedSecret
        {
            Name = $"{called}-cookie",
            LivesIn = space,
            RunsIn = space,
            Keys = new Dictionary<string, int> { ["cookie-secret"] = 32 },
        }.Add(context.Stack, [], []);
        var proxy = HelmInstall.Add(
            context.Scope, context.Stack, cluster, HelmCharts.Get("oauth2-proxy"), name, called, space.Name, Values(called, signIn, host, service, port, context.IsProd),
            new ResourceOptions { DependsOn = [.. client, cookie, .. after] });
        AddIngress(context, cluster, space, host, called, 80, [proxy]);
    }

    /// <summary>In the chart's terms (oauth2-proxy/manifests, values.yaml): it makes no secret of its own, and reads ours from the environment.</summary>
    private static ValueMap Values(string called, SignInConfig signIn, string host, string service, int port, bool isProd) => new()
    {
        ["fullnameOverride"] = called,
        ["replicaCount"] = isProd ? 2 : 1,
        ["proxyVarsAsSecrets"] = false,
        ["config"] = new ValueMap { ["configFile"] = "" },
        ["extraArgs"] = new ValueMap
        {
            ["provider"] = "oidc",
            ["oidc-issuer-url"] = signIn.Issuer,
            ["client-id"] = signIn.ClientId,
            ["redirect-url"] = $"https://{host}/oauth2/callback",
            ["upstream"] = FormattableString.Invariant($"http://{service}:{port}"),
            ["email-domain"] = "*",
            ["allowed-group"] = signIn.Groups.Count == 0 ? null : (Value)string.Join(',', signIn.Groups),
            ["cookie-secure"] = true,
            ["reverse-proxy"] = true,
            ["skip-provider-button"] = true,
            ["pass-user-headers"] = true,
        },
        ["extraEnv"] = Value.List(FromSecret("OAUTH2_PROXY_CLIENT_SECRET", $"{called}-client", "client-secret"), FromSecret("OAUTH2_PROXY_COOKIE_SECRET", $"{called}-cookie", "cookie-secret")),
    };

    private static Value FromSecret(string variable, string secret, string key) => new ValueMap
    {
        ["name"] = variable,
        ["valueFrom"] = new ValueMap { ["secretKeyRef"] = new ValueMap { ["name"] = secret, ["key"] = key } },
    };

    private static void AddIngress(ComponentContext context, ClusterHandle cluster, NamespaceHandle space, string host, string service, int port, IReadOnlyList<Resource> after)
    {
        var tls = $"{context.Name}-tls";
        var certificate = ClusterRegistry.AddCertificate(context, cluster, space, host, tls);
        context.Scope.Add(new Ingress($"{context.Name}-web", new ResourceOptions { DependsOn = [certificate, .. after] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, context.Name, space.Name),
            Spec = new IngressSpecArgs
            {
                IngressClassName = ClusterRegistry.IngressClassOf(context, cluster),
                Tls = [new IngressTLSArgs { Hosts = [host], SecretName = tls }],
                Rules =
                [
                    new IngressRuleArgs
                    {
                        Host = host,
                        Http = new HTTPIngressRuleValueArgs
                        {
                            Paths =
                            [
                                new HTTPIngressPathArgs
                                {
                                    Path = "/",
                                    PathType = "Prefix",
                                    Backend = new IngressBackendArgs { Service = new IngressServiceBackendArgs { Name = service, Port = new ServiceBackendPortArgs { Number = port } } },
                                },
                            ],
                        },
                    },
                ],
            },
        });
    }
}
