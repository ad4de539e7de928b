using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Stacks;

/// <summary>Problems that no single component has: with texts of a file, with what nothing uses, with stacks beside each other.</summary>
public static class RuleErrors
{
    public static Diagnostic Placeholder(SourceSpan? at, string key, string text) => Diagnostic.Error("STR945", at,
        $"'{key}' still has the placeholder '{text}', which would go to the cloud as it is. Write the value that is meant, or remove the key.");

    /// <param name="why">What gives it away: <c>it begins like a token of GitHub</c>.</param>
    public static Diagnostic LiteralSecret(SourceSpan? at, string key, string why) => Diagnostic.Error("STR946", at,
        $"'{key}' looks like a secret in plain text: {why}. Everyone who can read the repository has it; make it invalid where it was issued, set the new one with \"pulumi config set --path --secret 'strata:secrets.<name>'\" and write {{ secret: <name> }} where a secret can stand.")
        with { HidesSource = true };

    public static Diagnostic UnusedSecret(SourceSpan? at, string name) => Diagnostic.Warning("STR947", at,
        $"Nothing in the stack uses the secret '{name}'. Remove it with \"pulumi config rm --path 'strata:secrets.{name}'\", or use it with {{ secret: {name} }}.")
        with { HidesSource = true };

    public static Diagnostic FragmentWithoutEffect(SourceSpan? at, string fragment) => Diagnostic.Warning("STR948", at,
        $"Nothing that '{fragment}' says is left: what comes later replaces all of it. Remove it from 'strata:extends', or put it later in the list.");

    public static Diagnostic UnusedFragment(SourceSpan? at, string fragment) => Diagnostic.Warning("STR949", at,
        $"No stack extends the fragment '{fragment}'. Name it in the 'strata:extends' of a stack, or delete the file.");

    public static Diagnostic UnusedParameter(SourceSpan? at, string parameter, string workflow) => Diagnostic.Warning("STR950", at,
        $"No step of '{workflow}' uses the parameter '{parameter}'. Use it as ${{parameters.{parameter}}}, or remove it.");

    public static Diagnostic SameNames(SourceSpan? at, string stack, string other, string prefix) => Diagnostic.Error("STR951", at,
        $"Names in the cloud are made of team and stack, and for '{stack}' and '{other}' both give '{prefix}': each would take the other's resources for its own. Rename one of the two stacks, or its team.");

    public static Diagnostic SameNamespace(SourceSpan? at, string stack, string other, string space, string cluster) => Diagnostic.Error("STR952", at,
        $"'{stack}' and '{other}' both make the namespace '{space}' on the cluster '{cluster}', and a namespace belongs to one stack. Give one of them another under 'strata:namespace: {{ name: … }}'.");

    public static Diagnostic SameAddresses(SourceSpan? at, string cidr, string other, string otherCidr) => Diagnostic.Warning("STR953", at,
        $"The network {cidr} overlaps {otherCidr} of the stack '{other}', so that the two can never be connected by peering or a VPN. Choose a range that no other stack has.");

    public static Diagnostic OpenToAll(SourceSpan? at, string name, string cidr) => Diagnostic.Error("STR954", at,
        $"The API of the cluster '{name}' would be open to the whole internet ({cidr}). Name the ranges that people and CI come from, such as 203.0.113.0/24; without 'apiAccess' it is reached from its own network only.");

    public static Diagnostic QuotaAboveMax(SourceSpan? at, string pool, int quota, int max) => Diagnostic.Error("STR955", at,
        $"The team is to have a right to {quota} machines of '{pool}', which has {max} at most. Lower 'quota' or raise 'max'.");

    public static Diagnostic QuotaAbovePools(SourceSpan? at, int quota, int there) => Diagnostic.Warning("STR956", at,
        $"The namespace may ask for {quota} GPUs, and all pools of the stack's clusters together have {there} at most: the rest of the quota is never reached. Lower it, or let pools grow.");

    public static Diagnostic WorkflowCycle(SourceSpan? at, IReadOnlyList<string> circle) => Diagnostic.Error("STR958", at,
        $"Workflows start after each other in a circle and so never: {string.Join(" after ", circle)}. Remove one 'after', or start one by a schedule.");

    public static Diagnostic Everybody(SourceSpan? at, string principal) => Diagnostic.Error("STR957", at,
        $"'{principal}' stands for everybody, or for more than anyone can list. Name roles, groups or people one by one.");
}
