using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Foundation;

/// <summary>Problems of the foundation on Kubernetes.</summary>
public static class KubernetesFoundationErrors
{
    public static Diagnostic AccessAcrossClouds(SourceSpan? at, string name, string storage, string there) => Diagnostic.Error("STR338", at,
        $"'{name}' is on Kubernetes and cannot be given access to '{storage}' on {there}: that cloud does not know the cluster's identities. Put both in one place.");

    public static Diagnostic NoPolicies(SourceSpan? at, string name) => Diagnostic.Warning("STR339", at,
        $"'policies' of '{name}' means nothing on Kubernetes: policies and roles are those of a cloud's identities. Remove it.");

    /// <param name="command">Makes the secret.</param>
    public static Diagnostic SecretByHand(SourceSpan? at, string name, string command) => Diagnostic.Warning("STR337", at,
        $"'{name}' needs a secret, and a rendered manifest would hold it in plain text, so none is rendered. Make it in the cluster yourself: {command}");
}
