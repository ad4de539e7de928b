using FsCheck;
using FsCheck.Fluent;

namespace Strata.Tests.Templating;

/// <summary>Whatever a template says, it renders or is told what is wrong; never an exception, and always the same.</summary>
public sealed class TemplatePropertyTests
{
    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", "{%{", "}%}", " ", "\n", "  ", "x", "name", "steps", "labels", "schedule", "=", "==", "+", "-", "*", "/", "//", "%", "<", "??", "?", ":", "?.",
        ".", "..", "|", "||", "&&", "!", "(", ")", "[", "]", "{", "}", ",", ";", "#", "##", "\"", "'", "`", "\\", "$", "$0", "@", "^", "1", "0", "2.5", "1e400", "99999999999999999999", "'text'",
        " if ", " else ", " end ", " for ", " in ", " case ", " when ", " capture ", " include ", " break ", "null", "true", "for.index", "string.size ", "string.slice ", "array.join ", "array.each ",
        "math.round ", "to_json ", "to_yaml ", "indent ", "quote ", "py ", "object.keys ", "while", "ä", "\u0001", "\ud800", "limit:", "reversed", "{{ end }}", "{{ for i in 1..3 }}", "{{ if name }}",
    ];

    [Fact]
    public void Any_text_is_rendered_or_refused() => Prop.ForAll(
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary(), Check).Check(Config.QuickThrowOnFailure.WithMaxTest(4_000).WithEndSize(60));

    [Fact]
    public void Any_code_is_rendered_or_refused() => Prop.ForAll(
        Gen.Elements(Pieces).ListOf().Select(pieces => $"{{{{ {string.Join(' ', pieces)} }}}}").ToArbitrary(), Check).Check(Config.QuickThrowOnFailure.WithMaxTest(4_000).WithEndSize(12));

    [Fact]
    public void Any_characters_are_rendered_or_refused() => Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(), text => Check(text ?? "")).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static void Check(string template)
    {
        var (text, diagnostics) = TemplateRendering.TryRender(template, null);
        Assert.All(diagnostics, d => Assert.InRange(d.Span!.Value.Start, 0, template.Length));
        var (again, diagnosticsAgain) = TemplateRendering.TryRender(template, null);
        Assert.Equal(text, again);
        Assert.Equal(diagnostics.Select(d => d.ToString()), diagnosticsAgain.Select(d => d.ToString()));
    }
}
