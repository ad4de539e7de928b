namespace Strata.Platform.Previews;

/// <summary>What a change of the repository would do to every stack. All formats are made from this.</summary>
/// <param name="Base">The side that is compared with; null when everything is new.</param>
/// <param name="Stacks">
/// In this order: failed, those that lose data, other changes, unchanged; by name within each.
/// </param>
public sealed record PreviewReport(PreviewSide? Base, PreviewSide Head, IReadOnlyList<StackPreview> Stacks);

/// <summary>One of the two states that are compared.</summary>
/// <param name="Ref">As it was named: <c>origin/main</c>; null for the working tree.</param>
/// <param name="Commit">The full hash of the commit; null without git.</param>
/// <param name="HasUncommittedWork">The files are not all as in the commit.</param>
public sealed record PreviewSide(string? Ref, string? Commit, bool HasUncommittedWork);
