using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Planning;

namespace Strata.Platform.Previews;

/// <summary>
/// A provider is pointed at another region, project, account or cluster. The resources themselves are asked for unchanged, but none of
/// them is there: they are made anew, and what they hold does not come with them.
/// </summary>
internal static class MoveRisk
{
    /// <summary>The inputs of providers that say where: <c>region</c> of aws, <c>project</c> and <c>region</c> of gcp, <c>context</c>, <c>kubeconfig</c> and <c>cluster</c> of kubernetes.</summary>
    private static readonly string[] Places = ["region", "project", "zone", "context", "kubeconfig", "cluster", "allowedAccountIds", "profile"];

    private static readonly string[] Regional = ["region", "location", "zone"];

    public static OperationRisk? Of(Operation operation, Plan plan, RiskSettings settings)
    {
        if (operation is not Kept { Resource: ProviderResource provider } kept
            || kept.Changes.FirstOrDefault(change => change.Before is not null && Places.Contains(change.Path.Segments[0].Key) && change.Cause is ChangeCause.Edited) is not { } change)
        {
            return null;
        }

        var place = change.Path.Segments[0].Key!;
        var there = plan.Operations.Where(other => other is Kept moved && ReferenceEquals(moved.Resource.ResourceOptions.Provider, provider)).Select(other => other.Resource).Where(resource => GoesAlong(resource, place)).ToList();
        var holders = there.Where(resource => DataHolders.ContentOf(resource) is not null).ToList();
        var from = ValueText.Of(change.Before!, 40);
        var to = change.After is null ? "nothing" : ValueText.Of(change.After, 40);
        var what = $"'{change.Path.Shown}' of the provider goes from {from} to {to}, and {Text.Count.Of(there.Count, "resource")} with it: none of them is there, so that each is made anew.";
        if (holders.Count == 0)
        {
            return there.Count == 0 ? null : new OperationRisk(operation, RiskKind.Downtime, what, false);
        }

        var missing = holders.Where(holder => !settings.Allowed.Names(holder)).Select(AllowedReplacements.EntryFor).Distinct().Order(StringComparer.Ordinal).ToList();
        var lost = $"{what} {Text.Count.Of(holders.Count, "resource")} of these hold data, which does not move.";
        return missing.Count == 0
            ? new OperationRisk(operation, RiskKind.DataLoss, $"{lost} The stack allows it.", false)
            : new OperationRisk(operation, RiskKind.DataLoss, $"{lost} {settings.HowToAllow(string.Join("', '", missing))}", true);
    }

    /// <summary>
    /// Whether a resource is where its provider points. Of regions, those that have none (roles, domains) and those that name their own
    /// are not: what changes for these, they say themselves.
    /// </summary>
    private static bool GoesAlong(Resource resource, string place)
    {
        if (place is not ("region" or "zone") || resource is not CustomResource custom)
        {
            return true;
        }

        var facts = custom.TypeFacts;
        var own = facts.ReplaceOnChange.Concat(facts.MayReplaceOnChange).Where(Regional.Contains).ToList();
        return facts.ReplaceUnknown is ["*"] || (own.Count > 0 && !resource.InputProperties.Any(input => own.Contains(input.Name)));
    }
}
