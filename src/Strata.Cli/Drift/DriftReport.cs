using Strata.Graph;
using Strata.Planning;

namespace Strata.Cli.Drift;

/// <summary>Where a stack's plan and its state part.</summary>
/// <param name="Missing">In the plan, not in the state: never applied, or taken out of the state.</param>
/// <param name="Extra">In the state, not in the plan: the next update would delete them.</param>
/// <param name="Changed">In both, with other inputs or another protection.</param>
/// <param name="Leftovers">Old copies that a replacement could not delete yet.</param>
/// <param name="Engine">What the engine itself would do; null when its preview was not given.</param>
internal sealed record DriftReport(
    string Stack,
    IReadOnlyList<Resource> Missing,
    IReadOnlyList<StateResource> Extra,
    IReadOnlyList<DriftedResource> Changed,
    IReadOnlyList<StateResource> Leftovers,
    IReadOnlyList<StateResource> Unready,
    IReadOnlyList<PendingOperation> Pending,
    EnginePreview? Engine)
{
    public IEnumerable<EngineStep> EngineChanges => Engine?.Steps.Where(step => step.IsChange) ?? [];

    /// <summary>Never applied, or destroyed.</summary>
    public bool IsNothingThere { get; init; }

    public bool HasDrift => Missing.Count + Extra.Count + Changed.Count + Leftovers.Count + Unready.Count + Pending.Count > 0 || EngineChanges.Any();
}

/// <summary>A resource whose inputs the state has otherwise.</summary>
/// <param name="Changes">From the state's value to the plan's.</param>
/// <param name="Protection">What the state says and the plan does not, or the other way round; null when both agree.</param>
internal sealed record DriftedResource(Resource Resource, string Urn, IReadOnlyList<PropertyChange> Changes, bool? Protection)
{
    /// <summary>The engine will refuse what the changes need, since a changed property replaces what the state protects (pulumi's step_generator.go: old.Protect).</summary>
    public bool IsRefused => Resource.ResourceOptions.Protect == Protection is null && Changes.Any(change => change.Replacement == Replacement.Certain);
}
