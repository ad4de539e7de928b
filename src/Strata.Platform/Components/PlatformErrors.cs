using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Components;

/// <summary>Problems that components of the upper layers have in common.</summary>
public static class PlatformErrors
{
    public static Diagnostic ClusterOfManaged(SourceSpan? at, string name, string engine) => Diagnostic.Error("STR801", at,
        $"'{name}' names a cluster, and the cloud runs its {engine} on machines of its own. Remove 'cluster', or set 'managed: false' to run it there.");

    /// <param name="named">The operator's name in files.</param>
    /// <param name="owner">The stack that owns the cluster.</param>
    public static Diagnostic NeedsOperator(SourceSpan? at, string name, string named, string owner) => Diagnostic.Error("STR802", at,
        $"'{name}' needs the operator '{named}' on a cluster that the stack '{owner}' owns, and that stack does not install it: operators serve a whole cluster. Add '{named}' to 'operators:' of the cluster there.");

    /// <param name="there">The cloud the storage is on.</param>
    /// <param name="here">The cloud the component is on.</param>
    public static Diagnostic StorageElsewhere(SourceSpan? at, string name, string storage, string there, string here) => Diagnostic.Error("STR803", at,
        $"'{name}' is on {here} and '{storage}' is on {there}, and what a cloud runs, like what a system keeps for itself, stays in one place: each read across would be billed by {there}, as data going out. Name storage on {here}, or put '{name}' there with 'cloud:'; pods reach object stores of other clouds through the 'access' of an identity or of what starts them.");

    /// <param name="reason">A full sentence.</param>
    public static Diagnostic MeansNothing(SourceSpan? at, string name, string property, string reason) => Diagnostic.Warning("STR806", at,
        $"'{property}' of '{name}' has no effect. {reason} Remove it.");

    public static Diagnostic DatabaseElsewhere(SourceSpan? at, string name, string database) => Diagnostic.Error("STR807", at,
        $"'{database}' is a database in the team's namespace, and '{name}' runs in a namespace of its own, where its password is not known. Give the access to an identity, which what '{name}' starts runs as.");

    public static Diagnostic NoSignIn(SourceSpan? at, string name, string host) => Diagnostic.Error("STR804", at,
        $"'{name}' is to be reached at {host}, and nothing says who may: without signing in, everybody could. Add 'signIn:' with issuer, clientId and clientSecret under 'strata:access', or remove 'host' and reach it with 'kubectl port-forward'.");
}
