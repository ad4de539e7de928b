using Strata.Diagnostics;
using Strata.Templating;
using Strata.Text;
using Strata.Yaml;
using static Strata.Tests.Templating.TemplateRendering;

namespace Strata.Tests.Templating;

public sealed class TemplateTests
{
    [Fact]
    public void An_include_keeps_the_indentation_of_its_line() => Assert.Equal(
        "spec:\n  a: 1\n\n  b:\n    c\n  end\n",
        Render("spec:\n  {{ include 'part' }}\n  end\n", ("part", "a: 1\n\nb:\n  {{ include 'inner' }}"), ("inner", "c")));

    [Fact]
    public void An_include_has_its_arguments_and_its_own_variables() => Assert.Equal(
        "x=1 y=2 n=3 none outer",
        Render("{{ $own = 'outer' }}{{ include 'part' 1 2 named: 3 }} {{ $own }}", ("part", "{{ $own = 4 }}x={{ $0 }} y={{ $1 }} n={{ $.named }} {{ $?.other ?? 'none' }}")));

    [Fact]
    public void Other_variables_are_shared_with_what_is_included() =>
        Assert.Equal("12", Render("{{ y = 0 }}{{ include 'part' }}{{ z = include 'part'; z }}", ("part", "{{ y = y + 1 }}{{ y }}")));

    [Fact]
    public void A_loop_gives_its_variable_back() =>
        Assert.Equal("12 fraud", Render("{{ for name in [1, 2]; name; end }} {{ name }}"));

    [Fact]
    public void Pipes_work_in_loops_and_conditions() => Assert.Equal(
        "trainpull yes",
        Render("{{ for s in steps | array.reverse }}{{ s.name }}{{ end }} {{ if name | string.contains 'fr' }}yes{{ end }}"));

    [Theory]
    [InlineData("\"it's\" | quote", "'it'\\''s'")]
    [InlineData("'a b $HOME `x`' | quote", "'a b $HOME `x`'")]
    [InlineData("'' | quote", "''")]
    [InlineData("'s3://b/k-1_x' | quote", "s3://b/k-1_x")]
    [InlineData("retries | quote", "2")]
    [InlineData("schedule | py", "None")]
    [InlineData("{a: [1, 2.0, true], b: 'x\"\\n'} | py", "{\"a\": [1, 2.0, True], \"b\": \"x\\\"\\n\"}")]
    [InlineData("{a: [1, {}], b: {c: null}} | to_json 2", "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": {\n    \"c\": null\n  }\n}")]
    [InlineData("'a\\n\\nb\\n' | indent 2", "  a\n\n  b\n")]
    [InlineData("'\\u0001é\\u2028' | to_json", "\"\\u0001é\\u2028\"")]
    public void Own_functions_write_what_their_files_need(string expression, string expected) =>
        Assert.Equal(expected, Render($"{{{{ {expression} }}}}"));

    [Fact]
    public void YAML_is_block_style_and_quotes_what_could_be_misread() => Assert.Equal(
        "spec:\n  plain: a.b/c-d\n  version: \"1.30\"\n  \"off\": \"on\"\n  empty: \"\"\n  none: null\n  list:\n    - 1\n    - x: 1\n      \"y\": []",
        Render("spec:\n  {{ {plain: 'a.b/c-d', version: '1.30', off: 'on', \"empty\": '', none: null, list: [1, {x: 1, y: []}]} | to_yaml }}"));

    [Fact]
    public void Text_of_several_lines_is_a_block_in_YAML() => Assert.Equal(
        "a:\n  script: |\n    set -e\n\n      echo\n  last: |-\n    x\n    y\n",
        Render("a:\n  {{ {script: \"set -e\\n\\n  echo\\n\", last: \"x\\ny\"} | to_yaml }}\n"));

    [Theory]
    [InlineData(" leading\nx")]
    [InlineData("trailing \nx")]
    [InlineData("two\n\n\n")]
    [InlineData("tab\tand: # [x] \"y\" 'z'")]
    [InlineData("😀 ü \u0085 \u2028 \ufeff")]
    [InlineData("~")]
    [InlineData("0x1f")]
    [InlineData("1e3")]
    [InlineData("2026-11-26")]
    [InlineData("- a")]
    [InlineData("a: b")]
    [InlineData("Yes")]
    [InlineData("\n")]
    public void What_YAML_is_written_is_read_back(string text)
    {
        var yaml = YamlOf(text);
        var diagnostics = new DiagnosticBag();
        var mapping = Assert.IsType<YamlMapping>(YamlReader.Read(new SourceText("a.yaml", $"{yaml}\n"), diagnostics));
        Assert.Empty(diagnostics);
        Assert.Equal(text, Assert.IsType<YamlScalar>(mapping.Entries[0].Value).Text);
    }

    [Fact]
    public void All_problems_are_found_in_one_run_and_each_once()
    {
        var (_, diagnostics) = TryRender("{{ for s in steps }}{{ s.nam }}{{ retires }}{{ end }}{{ x = nam }}{{ x }}", null);
        Assert.Equal(["STR411", "STR410", "STR410"], diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void A_template_without_problems_is_read_once()
    {
        var loads = 0;
        var library = new TemplateLibrary(new CountingLoader(() => loads++));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("x", library.Render("a", TemplateMap.Empty, []));
        }

        Assert.Equal(1, loads);
    }

    [Theory]
    [InlineData("{{ for i in 1..400 }}{{ for j in 1..400 }}x{{ end }}{{ end }}", "STR425")]
    [InlineData("{{ for i in 1..1000000000000 }}x{{ end }}", "STR425")]
    [InlineData("{{ x = 'xxxxxxxxxxxxxxxx' }}{{ for i in 1..100; x = x + x; end }}", "STR426")]
    [InlineData("{{ x = [1] }}{{ for i in 1..100; x = [x, x]; end }}", "STR426")]
    [InlineData("{{ x = [] }}{{ for i in 1..100; x = [x]; end }}", "STR427")]
    [InlineData("{{ x = 'x' * 9000000000 }}", "STR426")]
    [InlineData("{{ 'x' | string.pad_left 2000000000 }}", "STR426")]
    [InlineData("{{ 'xxxxxxxxxx' * 100000 | string.size }}", "STR419")]
    [InlineData("{{ include 'main.sbn' }}", "STR424")]
    public void A_hostile_template_is_stopped(string template, string code)
    {
        var (text, diagnostics) = TryRender(template, null);
        Assert.Null(text);
        Assert.Contains(diagnostics, d => d.Code == code);
    }

    [Fact]
    public void Deep_nesting_is_refused_in_text_and_in_values()
    {
        Assert.Contains("STR427", Problem($"{{{{ {new string('(', 5_000)}1{new string(')', 5_000)} }}}}"), StringComparison.Ordinal);
        Assert.Contains("STR427", Problem($"{{{{ {new string('!', 5_000)}true }}}}"), StringComparison.Ordinal);
        Assert.Contains("STR427", Problem($"{{{{ {string.Concat(Enumerable.Repeat("1+", 50_000))}1 }}}}"), StringComparison.Ordinal);
        Assert.Contains("STR427", Problem($"{{{{ steps{string.Concat(Enumerable.Repeat(".size", 50_000))} }}}}"), StringComparison.Ordinal);
        Assert.Contains("STR427", Problem(string.Concat(Enumerable.Repeat("{{ if true }}", 5_000))), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_long_a_template_is_not_read() =>
        Assert.Contains("STR434", Problem("12345", new TemplateLimits(Characters: 4)), StringComparison.Ordinal);

    private static string YamlOf(string text)
    {
        var diagnostics = new DiagnosticBag();
        var library = new TemplateLibrary(new TemplateRendering(new Dictionary<string, string> { ["a"] = "{{ {k: v} | to_yaml }}" }));
        return library.Render("a", new TemplateMap(new KeyValuePair<string, TemplateValue>("v", text)), diagnostics) ?? throw new InvalidOperationException(string.Join('\n', diagnostics));
    }

    private sealed class CountingLoader(Action loaded) : ITemplateLoader
    {
        public IReadOnlyCollection<string> Names => ["a"];

        public SourceText? Load(string name)
        {
            loaded();
            return new SourceText(name, "x");
        }
    }
}
