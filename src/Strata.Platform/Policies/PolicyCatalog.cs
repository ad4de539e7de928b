using System.Collections.Frozen;
using Strata.Platform.Policies.Rules;

namespace Strata.Platform.Policies;

/// <summary>All built-in policies, by code.</summary>
internal static class PolicyCatalog
{
    public static IReadOnlyList<PolicyRule> Rules { get; } =
    [
        PublicBuckets.Rule,
        PublicMembers.Rule,
        PublicDatabases.Rule,
        PublicMachines.Rule,
        PublicClusters.Rule,
        PublicServices.Rule,
        UnencryptedDisks.Rule,
        UnencryptedDatabases.Rule,
        UnencryptedTraffic.Rule,
        WildcardIdentities.Rule,
        WildcardTrust.Rule,
        OpenIngress.Rule,
        LiteralSecrets.Rule,
        MissingOwner.Rule,
        MissingBudget.Rule,
        AlwaysOnWorkspaces.Rule,
        IdleGpus.Rule,
        UnpinnedImages.Rule,
        UnpinnedCharts.Rule,
        UnpinnedRequirements.Rule,
        UnprotectedData.Rule,
        SingleReplicas.Rule,
    ];

    public static IReadOnlyList<string> Codes { get; } = [.. Rules.Select(rule => rule.Code)];

    private static readonly PolicyRule[] OfEveryType = [.. Rules.Where(rule => rule is { OfResource: not null, Types: [] })];

    private static readonly FrozenDictionary<string, PolicyRule[]> ByType = Rules
        .Where(rule => rule.OfResource is not null)
        .SelectMany(rule => rule.Types, (rule, type) => (rule, type))
        .GroupBy(pair => pair.type, pair => pair.rule)
        .ToFrozenDictionary(group => group.Key, group => (PolicyRule[])[.. group, .. OfEveryType], StringComparer.Ordinal);

    /// <summary>The policies that look at resources of a type.</summary>
    public static IReadOnlyList<PolicyRule> For(string type) => ByType.TryGetValue(type, out var rules) ? rules : OfEveryType;
}
