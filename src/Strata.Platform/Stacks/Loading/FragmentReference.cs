using Strata.Text;

namespace Strata.Platform.Stacks;

/// <summary>A fragment named under <c>strata:extends</c>, and where.</summary>
internal sealed record FragmentReference(string Name, SourceSpan Span);
