using Strata.Diagnostics;
using Strata.Text;
using Strata.Yaml;
using static Strata.Tests.Yaml.YamlReading;

namespace Strata.Tests.Yaml;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    [InlineData("\n\n")]
    public void An_empty_document_is_an_empty_map(string text) => Assert.Empty(ReadMap(text).Entries);

    [Fact]
    public void Maps_lists_and_values_keep_their_written_order() =>
        Assert.Equal("{b: 1, a: [x, \"y\", {c: ~}], d: {e: f}}", Show(ReadMap("b: 1\na:\n- x\n- 'y'\n- c:\nd: {e: f}\n")));

    [Theory]
    [InlineData("a: 1   # c\nb: 2\n", "a", "1")]
    [InlineData("a: \"q\\n\" # c\n", "a", "\"q\\n\"")]
    [InlineData("a: 'it''s'\n", "a", "'it''s'")]
    [InlineData("a: |\n  text\n  more\n\nb: 1\n", "a", "|\n  text\n  more")]
    [InlineData("a: >-\n  fold\n", "a", ">-\n  fold")]
    [InlineData("a: one\n  two\nb: 1\n", "a", "one\n  two")]
    [InlineData("a: [1, 2]  # c\nb: 1\n", "a", "[1, 2]")]
    [InlineData("a: [ [1], {x: y} , ]\n", "a", "[ [1], {x: y} , ]")]
    [InlineData("a: {}\n", "a", "{}")]
    [InlineData("a:\n  b: 1\n  c: [x]\n\n# c\nd: 1\n", "a", "b: 1\n  c: [x]")]
    [InlineData("a:\n- x\n- y: z\n\nb: 1\n", "a", "- x\n- y: z")]
    [InlineData("a:\nb: 1\n", "a", "")]
    [InlineData("a: !!str 1\n", "a", "!!str 1")]
    [InlineData("a: &x {b: 1}\n", "a", "&x {b: 1}")]
    [InlineData("a: &x\n  b: 1\nc: 2\n", "a", "&x\n  b: 1")]
    [InlineData("a: [b: 1]\n", "a", "[b: 1]")]
    [InlineData("😀: 😀 # 😀\nb: \"😀x\"\n", "b", "\"😀x\"")]
    [InlineData("a: 1\r\nb:\r\n  - x\r\nc: d\r\n", "b", "- x")]
    public void A_span_covers_the_node_and_nothing_else(string text, string key, string written) =>
        Assert.Equal(written, Written(ReadMap(text)[key]!));

    [Fact]
    public void A_map_without_braces_inside_a_list_in_brackets_spans_its_key_and_value()
    {
        var list = Assert.IsType<YamlSequence>(ReadMap("a: [x, b: 1, c: ]")["a"]);
        Assert.Equal(["x", "b: 1", "c:"], list.Items.Select(Written));
    }

    [Fact]
    public void Only_unquoted_values_are_plain()
    {
        var map = ReadMap("a: 1\nb: '1'\nc: \"1\"\nd: |\n  1\ne: !!str 1\nf: !!int 1\n");
        Assert.Equal(["a", "f"], map.Entries.Where(e => ((YamlScalar)e.Value).IsPlain).Select(e => e.Key.Text));
        Assert.Equal(["!!str", "!!int"], map.Entries.Select(e => e.Value.Tag).OfType<string>());
    }

    [Fact]
    public void Tags_are_kept_in_the_form_people_write() =>
        Assert.Equal(["!own", "!!map", "!!seq"], ReadMap("a: !own x\nb: !!map {}\nc: !!seq []\n").Entries.Select(e => e.Value.Tag));

    [Fact]
    public void An_alias_is_the_marked_node_with_the_place_of_its_use()
    {
        var map = ReadMap("a: &x {b: 1}\nc: *x\n");
        var used = map["c"]!;
        Assert.Equal("{b: 1}", Show(used));
        Assert.Equal("&x {b: 1}", Written(used));
        Assert.Equal(new LinePosition(2, 4), used.AliasSite!.Value.StartPosition);
        Assert.Null(map["a"]!.AliasSite);
    }

    [Theory]
    [InlineData("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3, z: 4}", "{y: 3, z: 4, x: 1}")]
    [InlineData("a: &a {x: 1}\nb: {<<: [*a, {x: 2, w: 5}]}", "{x: 1, w: 5}")]
    [InlineData("a: &a {x: 1}\nc: &c {<<: *a, y: 2}\nb: {<<: *c}", "{y: 2, x: 1}")]
    [InlineData("b: {\"<<\": x}", "{\"<<\": x}")]
    [InlineData("b: {<<: {x: 1}}", "{x: 1}")]
    public void Merge_keys_bring_in_what_is_not_written(string text, string expected) => Assert.Equal(expected, Show(ReadMap(text)["b"]));

    [Fact]
    public void What_a_merge_key_brings_in_says_where_it_is_used()
    {
        var entry = Assert.Single(Assert.IsType<YamlMapping>(ReadMap("a: &a {x: 1}\nb: {<<: *a}")["b"]).Entries);
        Assert.Equal(new LinePosition(2, 9), entry.Value.AliasSite!.Value.StartPosition);
        Assert.Equal(new LinePosition(1, 11), entry.Value.Span.StartPosition);
    }

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3\n", "STR113", 3, 1)]
    [InlineData("{a: 1, a: 2}", "STR113", 1, 8)]
    [InlineData("x: {<<: {a: 1}, <<: {b: 1}}", "STR113", 1, 17)]
    [InlineData("a: 1\n---\nb: 2\n", "STR111", 2, 1)]
    [InlineData("? [a, b]\n: c\n", "STR112", 1, 3)]
    [InlineData("{{ name }: x}\n", "STR112", 1, 2)]
    [InlineData("a: *none\n", "STR114", 1, 4)]
    [InlineData("a: &a [*a]\n", "STR115", 1, 8)]
    [InlineData("a: {<<: 3}\n", "STR116", 1, 9)]
    [InlineData("a: &s x\nb: {<<: [*s]}\n", "STR116", 2, 10)]
    public void A_problem_of_meaning_is_reported_and_the_rest_is_read(string text, string code, int line, int column)
    {
        var (node, diagnostics) = Read(text);
        Assert.NotNull(node);
        AssertProblem(Assert.Single(diagnostics), code, line, column);
    }

    [Theory]
    [InlineData("a:\n\tb: 1\n", "STR102", 2, 1)]
    [InlineData("a:\n  b: 1\n\tc: 2\n", "STR102", 3, 1)]
    [InlineData("a:\n  b: 1\n \t c: 2\n", "STR102", 3, 2)]
    [InlineData("a: |\n  x\n  \ty\nb: @\n", "STR106", 4, 4)]
    [InlineData("a: [1, 2\nb: 3\n", "STR103", 1, 4)]
    [InlineData("{\n\t\"a\": 1\n\t\"b\": 2\n}", "STR103", 1, 1)]
    [InlineData("a: {b: 1\n", "STR103", 1, 4)]
    [InlineData("a: [1, {b: 2]\n", "STR103", 1, 8)]
    [InlineData("a: \"abc\nb: c\n", "STR104", 1, 4)]
    [InlineData("a: 'abc\n", "STR104", 1, 4)]
    [InlineData("a: b: c\n", "STR105", 1, 5)]
    [InlineData("a: @b\n", "STR106", 1, 4)]
    [InlineData("a: `b`\n", "STR106", 1, 4)]
    [InlineData("a: x\0y\n", "STR107", 1, 5)]
    [InlineData("a:\n   b: 1\n  c: 2\n", "STR101", 3, 3)]
    [InlineData("a: 1\n] b\n", "STR101", 2, 1)]
    [InlineData("a: 1\n b: 2\n", "STR105", 2, 3)]
    [InlineData("a: \"\\q\"\n", "STR101", 1, 5)]
    [InlineData("a: - b\n", "STR101", 1, 4)]
    public void A_text_that_is_no_yaml_is_one_error_at_the_place_to_mend(string text, string code, int line, int column)
    {
        var (node, diagnostics) = Read(text);
        Assert.Null(node);
        AssertProblem(Assert.Single(diagnostics), code, line, column);
    }

    [Fact]
    public void A_key_given_twice_names_both_places()
    {
        var problem = ReadProblem("a: 1\nb: 2\na: 3\n");
        Assert.Contains("a.yaml(1,1)", problem.Message, StringComparison.Ordinal);
        Assert.Equal(new LinePosition(1, 1), Assert.Single(problem.Related).Span.StartPosition);
    }

    [Fact]
    public void Limits_hold_for_what_aliases_stand_for()
    {
        const string Bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
            + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n";
        Assert.Equal("STR109", ReadProblem(Bomb).Code);
        Assert.Equal("STR110", ReadProblem("a: &a [[x]]\nb: [[*a]]\n", new YamlLimits(Depth: 4)).Code);
        Assert.Equal("STR110", ReadProblem(new string('[', 100_000)).Code);
        Assert.Equal("STR108", ReadProblem("a: 1\n", new YamlLimits(Characters: 4)).Code);
        Assert.Equal("STR109", ReadProblem("a: 1\nb: 2\n", new YamlLimits(Nodes: 4)).Code);
        Assert.Empty(Read("a: 1\nb: 2\n", new YamlLimits(Nodes: 5)).Diagnostics);
    }

    [Fact]
    public void Json_reads_as_well()
    {
        var text = new string('x', 100_000);
        var map = ReadMap($$"""{"a":1,"b":[true,null,-1.5e+10,"\/ \ud83d\ude00 \u003c \" \\ \b\f\n\r\t"],"c":{},"{{text}}":"{{text}}"}""");
        Assert.Equal("[true, null, -1.5e+10, \"/ 😀 < \" \\ \b\f\n\r\t\"]", Show(map["b"]));
        Assert.Equal(text, TextOf(map[text]));
        Assert.Equal("{\"a\": 1, \"b\": [1, 2]}", Show(ReadMap("{\n\t\"a\": 1,\n\t\"b\":\t[1,\t2]\n}")));
    }

    [Fact]
    public void Finding_a_key_in_a_large_map_is_quick_and_right()
    {
        var map = ReadMap(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"k{i}: {i}\n")));
        Assert.All(Enumerable.Range(0, 20_000), i => Assert.Equal($"{i}", TextOf(map[$"k{i}"])));
        Assert.Null(map["k20000"]);
    }

    private static void AssertProblem(Diagnostic problem, string code, int line, int column)
    {
        Assert.Equal((code, new LinePosition(line, column)), (problem.Code, problem.Span!.Value.StartPosition));
        Assert.Equal(Severity.Error, problem.Severity);
    }
}
