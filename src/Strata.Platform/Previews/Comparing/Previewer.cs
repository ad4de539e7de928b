using Strata.Platform.Stacks;

namespace Strata.Platform.Previews;

/// <summary>Compares two states of a repository, stack by stack. <c>preview</c> and <c>affected</c> are both made here.</summary>
/// <param name="before">The base.</param>
/// <param name="after">The head.</param>
/// <param name="changes">The files that differ between them.</param>
/// <param name="oldPlanner">Plans the base's stacks.</param>
/// <param name="newPlanner">Plans the head's stacks.</param>
/// <param name="assessment">What costs and policy findings are worked out by; null to leave them out.</param>
public sealed class Previewer(RepositoryState before, RepositoryState after, RepositoryChanges changes, ISidePlanner oldPlanner, ISidePlanner newPlanner, PreviewAssessment? assessment = null)
{
    /// <summary>Every stack of both states, in the report's order.</summary>
    /// <param name="names">Only these; null for all.</param>
    public IReadOnlyList<StackPreview> Preview(IReadOnlyCollection<string>? names = null)
    {
        var wanted = Found(names);
        var looked = wanted.AsParallel().AsOrdered().Select(Preview).ToList();
        var seen = wanted.Select(change => change.Name).ToHashSet(StringComparer.Ordinal);
        var rest = after.Stacks.Names.Where(name => !seen.Contains(name) && (names is null || names.Contains(name))).Select(name => new StackPreview(name, PreviewStatus.Unchanged));
        return PreviewOrder.Sort(StackRenames.Note([.. looked, .. rest], before, after));
    }

    /// <summary>Every stack as if there were none yet.</summary>
    public static IReadOnlyList<StackPreview> AgainstNothing(IReadOnlyCollection<string> names, ISidePlanner planner, PreviewAssessment? assessment = null) =>
        PreviewOrder.Sort(names.AsParallel().AsOrdered().Select(name => PreviewComparer.Compare(name, null, planner.Plan(name), [], null, assessment)).ToList());

    /// <summary>The stacks that the change affects, in the order they are applied; those that are gone come last.</summary>
    /// <param name="names">Only these; null for all.</param>
    public IReadOnlyList<AffectedStack> Affected(IReadOnlyCollection<string>? names = null)
    {
        var previews = Found(names).AsParallel().AsOrdered().Select(Looked).Where(preview => preview.Reasons.Count > 0).ToList();
        var affected = previews.ToDictionary(preview => preview.Name, StringComparer.Ordinal);
        var reads = previews.Where(preview => preview.Status is not PreviewStatus.Deleted).ToDictionary(preview => preview.Name, IReadOnlyList<string> (preview) => ReadsOf(preview.Name, affected), StringComparer.Ordinal);
        var waves = ApplyOrder.Waves(reads);
        var last = waves.Values.DefaultIfEmpty(-1).Max() + 1;
        return
        [
            .. previews.Select(preview => new AffectedStack(preview.Name, preview.Status, preview.Reasons, waves.GetValueOrDefault(preview.Name, last), reads.GetValueOrDefault(preview.Name, []))
            {
                Team = preview.Team,
                Environment = preview.Environment,
                Cloud = preview.Cloud,
            })
            .OrderBy(stack => stack.Wave).ThenBy(stack => stack.Name, StringComparer.Ordinal),
        ];
    }

    private List<StackChange> Found(IReadOnlyCollection<string>? names) =>
        [.. new AffectedFinder(before, after, changes).Find().Where(change => names is null || names.Contains(change.Name))];

    private StackPreview Preview(StackChange change) =>
        PreviewComparer.Compare(change.Name, change.InBase ? oldPlanner.Plan(change.Name) : null, change.InHead ? newPlanner.Plan(change.Name) : null, change.Reasons, changes, assessment);

    /// <summary>Only what could be changed by templates and code alone has to be planned to know whether it is.</summary>
    private StackPreview Looked(StackChange change)
    {
        if (change.Reasons.Count == 0)
        {
            return Preview(change);
        }

        var model = (change.InHead ? after : before).Stacks.Bind(change.Name)?.Model;
        var status = !change.InHead ? PreviewStatus.Deleted : !change.InBase ? PreviewStatus.Created : PreviewStatus.Changed;
        return new StackPreview(change.Name, status)
        {
            Team = model?.Config.Team,
            Environment = model is null ? null : PropertyNames.OfChoice(model.Config.Environment.ToString()),
            Cloud = model?.Config.Cloud.Word(),
            Reasons = change.Reasons,
        };
    }

    private List<string> ReadsOf(string name, Dictionary<string, StackPreview> affected) =>
        after.Stacks.Resolve(name)?.Resolved is { } stack ? [.. StackReads.Of(stack).Keys.Where(read => read != name && affected.ContainsKey(read)).Order(StringComparer.Ordinal)] : [];
}
