using System.Collections.Immutable;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Templating;

/// <summary>A template that was read. Immutable and safe to share between threads.</summary>
public sealed class Template
{
    private Template(SourceText source, ImmutableArray<Statement> statements, ImmutableArray<Diagnostic> problems) =>
        (Source, Statements, Problems) = (source, statements, problems);

    public SourceText Source { get; }

    /// <summary>What is wrong with it; a template with errors is never rendered.</summary>
    public ImmutableArray<Diagnostic> Problems { get; }

    internal ImmutableArray<Statement> Statements { get; }

    /// <summary>Never throws, whatever the text.</summary>
    public static Template Parse(SourceText source, TemplateLimits? limits = null)
    {
        var problems = new DiagnosticBag();
        var statements = TemplateParser.Parse(source, problems, limits ?? TemplateLimits.Default);
        return new Template(source, statements, [.. problems.Sorted()]);
    }
}
