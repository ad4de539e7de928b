using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Delivery;

/// <summary>Problems of <c>strata:gitOps</c> and of manifests that are applied from a repository.</summary>
public static class GitOpsErrors
{
    /// <summary>The manifests can be made; only what points Argo CD at them cannot.</summary>
    public static Diagnostic NoApplication(SourceSpan? at, string cluster) => Diagnostic.Warning("STR485", at,
        $"There will be no Application for the manifests of '{cluster}': Argo CD has to know which repository holds the rendered files, and the stack does not say. Add 'gitOps: {{ repository: https://… }}', or 'access: {{ ci: {{ repository: owner/name }} }}' for one on GitHub.");

    public static Diagnostic NoRepository(SourceSpan? at, string who) => Diagnostic.Error("STR480", at,
        $"{who} has to know which repository holds the rendered files, and the stack does not say. Add 'gitOps: {{ repository: https://… }}', or 'access: {{ ci: {{ repository: owner/name }} }}' for one on GitHub.");

    /// <param name="reason">A full sentence.</param>
    /// <param name="hint">A full sentence.</param>
    public static Diagnostic MeansNothing(SourceSpan? at, string property, string reason, string hint) => Diagnostic.Error("STR481", at,
        $"'{property}' has no effect. {reason} {hint}");

    public static Diagnostic OperatorOfRendered(SourceSpan? at, string cluster) => Diagnostic.Error("STR482", at,
        $"The Pulumi operator would write the manifests of '{cluster}' into a folder of its own pod, where nobody reads them. Leave 'operator' out, so that Argo CD or Flux applies what 'strata render' makes, or remove 'renderTo' from '{cluster}'.");

    public static Diagnostic NoOrganization(SourceSpan? at) => Diagnostic.Error("STR483", at,
        "The Pulumi operator wants a stack's full name, and the stack does not say which organization at Pulumi it belongs to. Add 'organization' to 'operator'.");

    /// <param name="what">As a phrase: "the manifest of 'lake'".</param>
    public static Diagnostic SecretInFile(SourceSpan? at, string what, string secret) => Diagnostic.Error("STR484", at,
        $"A file with {what} would hold the secret '{secret}' for all to read who see the repository. Nothing is written. Leave that part to the engine, which puts the secret where it belongs: on a cluster without 'renderTo'.");
}
