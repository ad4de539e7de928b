using System.Collections;
using Strata.Text;

namespace Strata.Diagnostics;

/// <summary>Collects the problems of one run over one stack. Not thread safe: each stack has its own.</summary>
public sealed class DiagnosticBag : IReadOnlyCollection<Diagnostic>
{
    private readonly List<Diagnostic> _items = [];
    private readonly HashSet<(string Code, SourceSpan? Span, string Message)> _seen = [];

    public int Count => _items.Count;

    public int ErrorCount { get; private set; }

    public bool HasErrors => ErrorCount > 0;

    /// <summary>Adds a problem once: the same code at the same place with the same message is one problem.</summary>
    public void Add(Diagnostic diagnostic)
    {
        if (!_seen.Add((diagnostic.Code, diagnostic.Span, diagnostic.Message)))
        {
            return;
        }

        _items.Add(diagnostic);
        ErrorCount += diagnostic.Severity == Severity.Error ? 1 : 0;
    }

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    /// <summary>In the order people read: by file, then place, then code. Problems without a place come first.</summary>
    public IReadOnlyList<Diagnostic> Sorted() =>
    [
        .. _items
            .OrderBy(d => d.Span?.Source.Path ?? "", StringComparer.Ordinal)
            .ThenBy(d => d.Span?.Start ?? -1)
            .ThenBy(d => d.Code, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal),
    ];

    public IEnumerator<Diagnostic> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
