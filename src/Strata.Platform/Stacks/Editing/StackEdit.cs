using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Stacks.Editing;

/// <summary>What an edit of a stack file comes to.</summary>
/// <param name="File">The file with the edit in it; null when it is refused.</param>
/// <param name="Diagnostics">Why it is refused; of one that is not, the warnings it brings.</param>
public sealed record StackEdit(SourceText? File, IReadOnlyList<Diagnostic> Diagnostics);
