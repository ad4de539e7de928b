namespace Strata.Platform.Previews;

/// <summary>A stack that a change affects.</summary>
/// <param name="Status">Created, deleted or changed.</param>
/// <param name="Reasons">At least one.</param>
/// <param name="Wave">From 0: stacks of one wave can be applied at once, after those of the wave before.</param>
/// <param name="ReadsFrom">The affected stacks whose outputs it reads, in ordinal order.</param>
public sealed record AffectedStack(string Name, PreviewStatus Status, IReadOnlyList<AffectedReason> Reasons, int Wave, IReadOnlyList<string> ReadsFrom)
{
    public string? Team { get; init; }

    public string? Environment { get; init; }

    public string? Cloud { get; init; }
}
