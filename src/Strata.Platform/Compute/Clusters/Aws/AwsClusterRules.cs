using System.Globalization;
using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>What a cluster's config cannot ask of EKS.</summary>
internal static class AwsClusterRules
{
    public static void Check(Cluster config, ComponentContext context)
    {
        if (config.OidcIssuer is not null)
        {
            context.Diagnostics.Add(ComputeErrors.NotThere(
                config.SpanOf(nameof(config.OidcIssuer)), "oidcIssuer", "an EKS cluster",
                "EKS gives its clusters an issuer of their own.",
                "Remove it."));
        }

        if (config.Context is not null)
        {
            context.Diagnostics.Add(ComputeErrors.NotThere(
                config.SpanOf(nameof(config.Context)), "context", "an EKS cluster",
                "It names a cluster that exists already in somebody's kubeconfig, and this one is made by the stack.",
                "Remove it, or set 'cloud: kubernetes' to use the existing cluster."));
        }

        if (config.RenderTo is not null)
        {
            context.Diagnostics.Add(ComputeErrors.NotThere(
                config.SpanOf(nameof(config.RenderTo)), "renderTo", "an EKS cluster",
                "What the stack puts into the cluster needs the cluster's own answers, such as roles of service accounts, which manifests cannot wait for.",
                "Remove it, or set 'cloud: kubernetes' for a cluster that Argo CD or Flux looks after."));
        }

        if (config.From is null && MinorOf(config.Version) < KubernetesVersions.Eks.Min(v => MinorOf(v.Version)))
        {
            context.Diagnostics.Add(ComputeErrors.VersionNotOffered(config.SpanOf(nameof(config.Version)), config.Version, [.. KubernetesVersions.Eks.Select(v => v.Version)]));
        }

        if (config.From is null && config.System.Min > config.System.Max)
        {
            context.Diagnostics.Add(ComputeErrors.MinAboveMax(config.System.SpanOf("Min") ?? config.SpanOf(nameof(config.System)), "system", config.System.Min, config.System.Max));
        }
    }

    private static int MinorOf(string version) => int.Parse(version.AsSpan(version.IndexOf('.') + 1), CultureInfo.InvariantCulture);
}
