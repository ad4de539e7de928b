namespace Strata.Platform.Previews;

/// <summary>A component that goes and one that comes, alike enough that the second is probably the first under a new name.</summary>
/// <param name="From">Section and name, as in <c>storage.lake</c>.</param>
/// <param name="To">Section and name, as in <c>storage.data-lake</c>.</param>
/// <param name="Similarity">The share of their resources' inputs that both have, from 0 to 1.</param>
/// <param name="Advice">Full sentences: what to write into the stack file, and what that does.</param>
public sealed record RenameCandidate(string From, string To, double Similarity, string Advice);
