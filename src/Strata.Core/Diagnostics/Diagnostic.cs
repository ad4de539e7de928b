using Strata.Text;

namespace Strata.Diagnostics;

/// <summary>A problem found in someone's input: data that is collected, never thrown.</summary>
/// <param name="Code">
/// Stable and unique: STR1xx YAML, 2xx stacks, 3xx graph and components, 4xx templates, 5xx engine, 6xx command line,
/// 7xx policies. Made by one factory method of the folder's <c>XErrors</c> class and nowhere else.
/// </param>
/// <param name="Severity">An error blocks output; a warning does not.</param>
/// <param name="Span">Where; null when the problem belongs to no file.</param>
/// <param name="Message">Full sentences: what is wrong, why, and, last, how to mend it.</param>
public sealed record Diagnostic(string Code, Severity Severity, SourceSpan? Span, string Message)
{
    /// <summary>Other places that belong to the problem, each with a note such as "first set here".</summary>
    public IReadOnlyList<RelatedPlace> Related { get; init; } = [];

    /// <summary>The text that would mend the place if put there; null when there is no single answer.</summary>
    public string? Replacement { get; init; }

    /// <summary>The line at the place holds a secret: whoever shows source lines shows this place without its line.</summary>
    public bool HidesSource { get; init; }

    public static Diagnostic Error(string code, SourceSpan? span, string message) => new(code, Severity.Error, span, message);

    public static Diagnostic Warning(string code, SourceSpan? span, string message) => new(code, Severity.Warning, span, message);

    /// <summary><c>file(line,col): error STR204: message</c></summary>
    public override string ToString()
    {
        var severity = Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };
        return Span is { } span ? $"{span}: {severity} {Code}: {Message}" : $"{severity} {Code}: {Message}";
    }
}
