using System.Text.Json;
using Strata.Diagnostics;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Rendering;

/// <summary>Parses what was rendered before anything is written: YAML and JSON here, other languages by their own programs.</summary>
internal static class SyntaxCheck
{
    /// <summary>Rendered files may be longer than what people write.</summary>
    private static readonly YamlLimits Limits = new(Nodes: 2_000_000, Characters: 16 * 1024 * 1024);

    /// <summary>What can be parsed here.</summary>
    public static void Check(IReadOnlyList<RenderedFile> files, DiagnosticBag diagnostics)
    {
        foreach (var file in files)
        {
            if (file.Path.EndsWith(".json", StringComparison.Ordinal) || file.Path.EndsWith(".ipynb", StringComparison.Ordinal))
            {
                CheckJson(file, diagnostics);
            }
            else if (file.Path.EndsWith(".yaml", StringComparison.Ordinal) || file.Path.EndsWith(".yml", StringComparison.Ordinal))
            {
                CheckYaml(file, diagnostics);
            }
        }
    }

    /// <summary>What other programs parse, each asked once.</summary>
    public static void CheckCode(IReadOnlyList<RenderedFile> files, IReadOnlyList<ICodeChecker> checkers, DiagnosticBag diagnostics)
    {
        foreach (var checker in checkers)
        {
            List<RenderedFile> taken = [.. files.Where(file => checker.Takes(file.Path))];
            foreach (var problem in taken.Count == 0 ? [] : checker.Check(taken))
            {
                var source = new SourceText(problem.File.Path, problem.File.Content);
                var start = source.OffsetOf(problem.Line);
                var at = new SourceSpan(source, start, start + source.LineAt(problem.Line).Length);
                diagnostics.Add(RenderErrors.NotValid(at, checker.Language, problem.File.Template, problem.Problem));
            }
        }
    }

    private static void CheckJson(RenderedFile file, DiagnosticBag diagnostics)
    {
        try
        {
            using var document = JsonDocument.Parse(file.Content);
        }
        catch (JsonException problem)
        {
            var source = new SourceText(file.Path, file.Content);
            diagnostics.Add(RenderErrors.NotValid(JsonPlace.Of(source, problem), "JSON", file.Template, JsonPlace.Sentence(problem)));
        }
    }

    /// <summary>Each document by itself, with the lines before it blank so that places stay right.</summary>
    private static void CheckYaml(RenderedFile file, DiagnosticBag diagnostics)
    {
        if (SimpleYaml.IsSurelyValid(file.Content))
        {
            return;
        }

        var source = new SourceText(file.Path, file.Content);
        var lines = file.Content.Split('\n');
        var start = 0;
        for (var i = 0; i <= lines.Length; i++)
        {
            if (i < lines.Length && !(lines[i].StartsWith("---", StringComparison.Ordinal) && lines[i].AsSpan(3).IsWhiteSpace()))
            {
                continue;
            }

            var found = new DiagnosticBag();
            YamlReader.Read(new SourceText(file.Path, new string('\n', start) + string.Join('\n', lines[start..i])), found, Limits);
            foreach (var problem in found.Where(problem => problem.Severity == Severity.Error))
            {
                var place = problem.Span is { } span ? span.StartPosition : new LinePosition(1, 1);
                var at = source.OffsetOf(place.Line) + place.Column - 1;
                diagnostics.Add(RenderErrors.NotValid(new SourceSpan(source, at, at + 1), "YAML", file.Template, Clause(problem.Message)));
            }

            start = i + 1;
        }
    }

    /// <summary>The first sentence, to stand inside another.</summary>
    private static string Clause(string message)
    {
        var text = message.StartsWith("This is not valid YAML: ", StringComparison.Ordinal) ? message["This is not valid YAML: ".Length..] : message;
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        text = (end < 0 ? text : text[..end]).TrimEnd('.');
        return text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
    }
}
