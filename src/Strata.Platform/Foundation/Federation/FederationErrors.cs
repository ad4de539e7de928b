using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Foundation;

/// <summary>What is said of components that use what is on another cloud.</summary>
public static class FederationErrors
{
    /// <param name="price">What leaving costs there: <c>0.12 USD for each GB</c>.</param>
    /// <param name="asOf">Where and when that was read.</param>
    /// <param name="back">What the other direction costs: <c>0.09 USD for each GB on AWS</c>.</param>
    public static Diagnostic DataLeaves(SourceSpan? at, string name, string storage, string there, string here, string price, string asOf, string back) => new("STR959", Severity.Info, at,
        $"'{name}' runs on {here} and uses '{storage}' on {there}: what it reads leaves {there}, which bills {price} ({asOf}); what it writes costs {back}. Keep what is read often where it is read.");

    public static Diagnostic OnlyInItsNetwork(SourceSpan? at, string name, string storage, string there, string here) => Diagnostic.Error("STR960", at,
        $"'{name}' runs on {here} and cannot use '{storage}' on {there}: it is reached inside its own network only, and the networks are not connected. Object stores, BigQuery and Athena are reached from everywhere; use one of these, or put '{name}' there with 'cloud:'.");

    public static Diagnostic TwoStores(SourceSpan? at, string name, string storage, string own) => Diagnostic.Error("STR965", at,
        $"'{name}' uses '{own}' on its own cluster, and clients of S3 have one address and one key for a pod: they would look for '{storage}' there too. Use '{storage}' by another identity or component.");

    public static Diagnostic NobodyThere(SourceSpan? at, string name, string storage, string there, string here) => Diagnostic.Error("STR962", at,
        $"'{name}' is on {here}, where the stack has no cluster: nobody could use '{storage}' on {there} by it, which pods do with the issuer of their cluster. Add a cluster on {here} under 'compute:', or make the identity one of {there} with 'cloud:'.");

    /// <param name="reason">A full sentence.</param>
    /// <param name="hint">A full sentence.</param>
    public static Diagnostic NoPulls(SourceSpan? at, string registry, string cluster, string there, string reason, string hint) => Diagnostic.Warning("STR963", at,
        $"The cluster '{cluster}' cannot pull images of '{registry}' on {there}: {there} cannot know who its pods are. {reason} {hint}");

    public static Diagnostic ImagesLeave(SourceSpan? at, string registry, string cluster, string there, string here, string price, string asOf) => new("STR964", Severity.Info, at,
        $"The cluster '{cluster}' on {here} pulls images of '{registry}' on {there}, each machine for itself: they leave {there}, which bills {price} ({asOf}). Name a registry on {here} for images that many machines pull.");

    /// <param name="reason">A full sentence.</param>
    /// <param name="hint">A full sentence.</param>
    public static Diagnostic UnknownIssuer(SourceSpan? at, string name, string cluster, string there, string reason, string hint) => Diagnostic.Error("STR961", at,
        $"{there} cannot know who the pods of '{name}' are, which run on the cluster '{cluster}'. {reason} {hint}");
}
