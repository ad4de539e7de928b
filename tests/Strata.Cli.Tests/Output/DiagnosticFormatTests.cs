using System.Text.Json;
using Strata.Cli.Output;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Tests.Output;

public sealed class DiagnosticFormatTests
{
    private static readonly SourceText Stack = new("stacks/Pulumi.fraud dev.yaml", "config:\n  strata:storage:\n    lake: { verzioning: true }\n    lake: { kind: objects }\n");

    private static readonly SourceText Team = new("stacks/teams/fraud.yaml", "team:\tfraud\n");

    private static IReadOnlyList<Diagnostic> Problems => new DiagnosticBag
    {
        Diagnostic.Error("STR204", Find(Stack, "verzioning"), "Unknown property 'verzioning'. Did you mean 'versioning'?") with { Replacement = "versioning" },
        Diagnostic.Error("STR107", Find(Stack, "lake: { kind"), "The key 'lake' is set twice, 100% sure. Remove one.") with { Related = [new RelatedPlace(Find(Stack, "lake"), "first set here")] },
        Diagnostic.Warning("STR210", Find(Team, "fraud"), "A name with\na line break and \u001b[31m colour. Remove it."),
        new Diagnostic("STR601", Severity.Info, null, "There is nothing to do. Add a stack."),
    }.Sorted();

    [Fact]
    public void Text_is_as_accepted() => Golden.Check("diagnostics/text.txt", Written(writer => DiagnosticText.Write(writer, Problems, PlainTextStyle.Instance)));

    [Fact]
    public void Json_is_as_accepted() => Golden.Check("diagnostics/problems.json", Written(writer => DiagnosticJson.Write(writer, Problems)));

    [Fact]
    public void Sarif_is_as_accepted() => Golden.Check("diagnostics/problems.sarif", Written(writer => DiagnosticSarif.Write(writer, Problems, "0.1.0")));

    [Fact]
    public void GitHub_commands_are_as_accepted() => Golden.Check("diagnostics/github.txt", Written(writer => DiagnosticGitHub.Write(writer, Problems)));

    [Fact]
    public void Colours_change_nothing_but_colours()
    {
        var coloured = Written(writer => DiagnosticText.Write(writer, Problems, AnsiTextStyle.Instance));
        Assert.Contains("\e[31m", coloured, StringComparison.Ordinal);
        Assert.Equal(
            Written(writer => DiagnosticText.Write(writer, Problems, PlainTextStyle.Instance)),
            System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[[0-9]+m", ""));
    }

    [Fact]
    public void No_problems_are_an_empty_text_and_an_empty_list()
    {
        Assert.Empty(Written(writer => DiagnosticText.Write(writer, [], PlainTextStyle.Instance)));
        Assert.Empty(Written(writer => DiagnosticGitHub.Write(writer, [])));
        using var json = JsonDocument.Parse(Written(writer => DiagnosticJson.Write(writer, [])));
        Assert.Equal(0, json.RootElement.GetProperty("diagnostics").GetArrayLength());
        using var sarif = JsonDocument.Parse(Written(writer => DiagnosticSarif.Write(writer, [], "0.1.0")));
        Assert.Equal(0, sarif.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    private static SourceSpan Find(SourceText source, string text)
    {
        var start = source.Content.IndexOf(text, StringComparison.Ordinal);
        return new SourceSpan(source, start, start + text.IndexOf(':', StringComparison.Ordinal) is var end && end > start ? end : start + text.Length);
    }

    private static string Written(Action<TextWriter> write)
    {
        using var writer = new StringWriter();
        write(writer);
        return writer.ToString();
    }
}
