using System.Globalization;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Cli.Output;

/// <summary>
/// Diagnostics for people: <c>file(line,col): error STR204: …</c>, the source line with the place marked, related places in the
/// same way, and a summary at the end.
/// </summary>
public static class DiagnosticText
{
    /// <param name="diagnostics">Sorted.</param>
    /// <param name="width">Columns of the longest source line shown; messages are not cut.</param>
    public static void Write(TextWriter writer, IReadOnlyList<Diagnostic> diagnostics, ITextStyle style, int width = 120)
    {
        foreach (var diagnostic in diagnostics)
        {
            Write(writer, diagnostic, style, width);
            writer.Write('\n');
        }

        if (diagnostics.Count > 0)
        {
            style.Write(writer, TextTone.Strong, DiagnosticSummary.Of(diagnostics));
            writer.Write('\n');
        }
    }

    private static void Write(TextWriter writer, Diagnostic diagnostic, ITextStyle style, int width)
    {
        var tone = ToneOf(diagnostic.Severity);
        if (diagnostic.Span is { } span)
        {
            style.Write(writer, TextTone.Strong, $"{DisplayText.OneLine(span.ToString())}: ");
        }

        style.Write(writer, tone, $"{SeverityName.Of(diagnostic.Severity)} {diagnostic.Code}: ");
        style.Write(writer, TextTone.Plain, DisplayText.OneLine(diagnostic.Message));
        writer.Write('\n');
        if (diagnostic is { Span: { } place, HidesSource: false })
        {
            WriteExcerpt(writer, place, style, tone, width);
        }

        foreach (var related in diagnostic.Related)
        {
            style.Write(writer, TextTone.Accent, $"  {DisplayText.OneLine(related.Span.ToString())}: {DisplayText.OneLine(related.Note)}");
            writer.Write('\n');
            WriteExcerpt(writer, related.Span, style, TextTone.Accent, width);
        }
    }

    private static void WriteExcerpt(TextWriter writer, SourceSpan span, ITextStyle style, TextTone tone, int width)
    {
        var number = span.StartPosition.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        var gutter = new string(' ', number.Length);
        var (line, marks) = SourceExcerpt.Of(span, width - number.Length - 3);
        style.Write(writer, TextTone.Faint, line.Length == 0 ? $"{number} |" : $"{number} | ");
        writer.Write($"{line}\n");
        style.Write(writer, TextTone.Faint, $"{gutter} | ");
        style.Write(writer, tone, marks);
        writer.Write('\n');
    }

    private static TextTone ToneOf(Severity severity) => severity switch
    {
        Severity.Error => TextTone.Bad,
        Severity.Warning => TextTone.Caution,
        _ => TextTone.Accent,
    };
}
