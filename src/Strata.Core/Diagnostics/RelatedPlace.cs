using Strata.Text;

namespace Strata.Diagnostics;

/// <summary>A second place that helps to understand a problem.</summary>
public sealed record RelatedPlace(SourceSpan Span, string Note);
