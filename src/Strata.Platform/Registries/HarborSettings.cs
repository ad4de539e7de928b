using System.Globalization;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Registries;

/// <summary>What Harbor keeps in its own database and no chart can set: the team's project, what it keeps, and copies of public registries.</summary>
internal static class HarborSettings
{
    /// <summary>How Harbor calls and reaches the registries it can copy from.</summary>
    private static readonly Dictionary<string, (string Type, string Url)> Upstreams = new()
    {
        ["docker.io"] = ("docker-hub", "https://hub.docker.com"),
        ["quay.io"] = ("quay", "https://quay.io"),
        ["ghcr.io"] = ("github-ghcr", "https://ghcr.io"),
    };

    public static void Add(RegistryConfig config, ComponentContext context, NamespaceHandle space, Resource server, string adminSecret, string adminKey)
    {
        if (config.Pullers.Count > 0)
        {
            context.Diagnostics.Add(KubernetesRegistryErrors.CannotBeHad(
                config.SpanOf(nameof(config.Pullers)), "pullers", config.Name, "They are accounts of a cloud, which Harbor does not know.", "Remove them, and make robot accounts in Harbor."));
        }

        if (config.Immutable && config.IsSet(nameof(config.Keep)))
        {
            context.Diagnostics.Add(KubernetesRegistryErrors.HarborKeepsImmutable(config.SpanOf(nameof(config.Keep)), config.Name));
        }

        var proxies = new ValueMap();
        foreach (var (host, upstream) in config.PullThrough.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (upstream is { Token: not null })
            {
                context.Diagnostics.Add(KubernetesRegistryErrors.CannotBeHad(
                    upstream.SpanOf(nameof(upstream.Token)), "token", config.Name, "Harbor keeps credentials of other registries itself.", "Remove it, and add the credential in Harbor under Registries."));
            }

            var (type, url) = Upstreams.GetValueOrDefault(host, ("docker-registry", $"https://{host}"));
            proxies[host] = new ValueMap { ["type"] = type, ["url"] = url };
        }

        var step = KubernetesJob.Step("settings", ContainerImages.Get("python-3.13").Reference, ["python3", "-c", HarborProgram.Text],
        [
            KubernetesJob.Variable("HARBOR", "http://harbor-core/api/v2.0"),
            KubernetesJob.FromSecret("PASSWORD", adminSecret, adminKey),
            KubernetesJob.Variable("PROJECT", context.Stack.Config.Team),
            KubernetesJob.Variable("KEEP", config.Keep.ToString(CultureInfo.InvariantCulture)),
            KubernetesJob.Variable("UNTAGGED_DAYS", config.UntaggedDays.ToString(CultureInfo.InvariantCulture)),
            KubernetesJob.Variable("IMMUTABLE", PropertyNames.OfChoice(config.Immutable.ToString())),
            KubernetesJob.Variable("SCAN", PropertyNames.OfChoice(config.Scan.ToString())),
            KubernetesJob.Variable("PROXIES", Output.Json(proxies)),
        ]);
        KubernetesJob.Add(context.Stack, space, $"{context.Name}-settings", null, [step], [server]);
    }
}
