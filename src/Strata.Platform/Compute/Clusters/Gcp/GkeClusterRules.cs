using System.Globalization;
using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>What a cluster's config cannot ask of GKE.</summary>
internal static class GkeClusterRules
{
    private const string What = "a GKE cluster";

    public static void Check(Cluster config, ComponentContext context)
    {
        if (config.OidcIssuer is not null)
        {
            context.Diagnostics.Add(ComputeErrors.NotThere(
                config.SpanOf(nameof(config.OidcIssuer)), "oidcIssuer", What,
                "GKE gives its clusters an issuer of their own.",
                "Remove it."));
        }

        if (config.Context is not null)
        {
            context.Diagnostics.Add(ComputeErrors.NotThere(
                config.SpanOf(nameof(config.Context)), "context", What,
                "It names a cluster that exists already in somebody's kubeconfig, and this one is made by the stack.",
                "Remove it, or set 'cloud: kubernetes' to use the existing cluster."));
        }

        if (config.RenderTo is not null)
        {
            context.Diagnostics.Add(ComputeErrors.NotThere(
                config.SpanOf(nameof(config.RenderTo)), "renderTo", What,
                "What the stack puts into the cluster needs the cluster's own answers, such as the accounts of identities, which manifests cannot wait for.",
                "Remove it, or set 'cloud: kubernetes' for a cluster that Argo CD or Flux looks after."));
        }

        if (config.Autoscaler == ClusterAutoscaler.Karpenter)
        {
            context.Diagnostics.Add(ComputeErrors.NotThere(
                config.SpanOf(nameof(config.Autoscaler)), "autoscaler: karpenter", What,
                "Karpenter knows the machines of AWS; GKE's own autoscaler sizes node pools, and does it from nought.",
                "Remove it."));
        }

        if (config.From is null)
        {
            CheckOwn(config, context);
        }
    }

    private static void CheckOwn(Cluster config, ComponentContext context)
    {
        if (MinorOf(config.Version) < KubernetesVersions.Gke.Min(v => MinorOf(v.Version)))
        {
            context.Diagnostics.Add(GcpComputeErrors.VersionNotOffered(config.SpanOf(nameof(config.Version)), config.Version, [.. KubernetesVersions.Gke.Select(v => v.Version)]));
        }

        if (config.System.Min > config.System.Max)
        {
            context.Diagnostics.Add(ComputeErrors.MinAboveMax(config.System.SpanOf("Min") ?? config.SpanOf(nameof(config.System)), "system", config.System.Min, config.System.Max));
        }
    }

    private static int MinorOf(string version) => int.Parse(version.AsSpan(version.IndexOf('.') + 1), CultureInfo.InvariantCulture);
}
