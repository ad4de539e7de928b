using Strata.Text;
using Strata.Yaml;

namespace Strata.Tests.Yaml.Editing;

public sealed class YamlEditorTests
{
    [Theory]
    [InlineData("a: 1 # one\nb: 2\n", "a", "3", "a: 3 # one\nb: 2\n")]
    [InlineData("a: { b: 1, c: 2 }\n", "a.c", "x", "a: { b: 1, c: x }\n")]
    [InlineData("a: { b: 1 }\n", "a.c", "2", "a: { b: 1, c: 2 }\n")]
    [InlineData("a: {}\n", "a.c", "2", "a: { c: 2 }\n")]
    [InlineData("a: {\n  b: 1,\n}\n", "a.c", "2", "a: {\n  b: 1, c: 2,\n}\n")]
    [InlineData("a:\n", "a.b.c", "2", "a: { b: { c: 2 } }\n")]
    [InlineData("a:\n  b: 1   # last\nz: 0", "a.c", "2", "a:\n  b: 1   # last\n  c: 2\nz: 0")]
    [InlineData("a:\n  b:\n    c: 1\n\n# about z\nz: 0\n", "a.b.d", "2", "a:\n  b:\n    c: 1\n    d: 2\n\n# about z\nz: 0\n")]
    [InlineData("a: 1", "b", "2", "a: 1\nb: 2")]
    [InlineData("a: 1\r\nb: 2\r\n", "c", "3", "a: 1\r\nb: 2\r\nc: 3\r\n")]
    [InlineData("a: # what a is\n  b: 1\n  c: 2\nz: 0\n", "a", "[1, 2]", "a: [1, 2] # what a is\nz: 0\n")]
    [InlineData("a:\n  - 1\n  - 2\n", "a", "[3]", "a: [3]\n")]
    [InlineData("a: |\n  text\n  more\nz: 0\n", "a", "x", "a: x\nz: 0\n")]
    [InlineData("'a': \"1\"\n", "a", "2", "'a': 2\n")]
    [InlineData("a: 1\n", "8", "2", "a: 1\n\"8\": 2\n")]
    [InlineData("a: 1\n", "on.no", "2", "a: 1\n\"on\": { \"no\": 2 }\n")]
    public void Setting_changes_that_and_nothing_else(string text, string path, string value, string expected) => Assert.Equal(expected, Set(text, path, value).Text);

    [Theory]
    [InlineData("a: 1 # one\nb: 2\n", "a", "b: 2\n")]
    [InlineData("a: 1\nb: 2", "b", "a: 1")]
    [InlineData("a: 1\r\nb: 2", "b", "a: 1")]
    [InlineData("a: { b: 1, c: 2 }\n", "a.b", "a: { c: 2 }\n")]
    [InlineData("a: { b: 1, c: 2 }\n", "a.c", "a: { b: 1 }\n")]
    [InlineData("a: { b: 1 }\n", "a.b", "a: {}\n")]
    [InlineData("a:\n  b: 1\nz: 0\n", "a.b", "a: {}\nz: 0\n")]
    [InlineData("a:\n  b:\n    c: 1\n  # about d\n  d: 2\n", "a.b", "a:\n  # about d\n  d: 2\n")]
    public void Removing_takes_that_and_nothing_else(string text, string path, string expected) => Assert.Equal(expected, Remove(text, path).Text);

    [Theory]
    [InlineData("a: [1]\n", "a.b", "is a list")]
    [InlineData("x: &x { b: 1 }\na: *x\n", "a.b", "alias")]
    [InlineData("a: &x { b: 1 }\nc: *x\n", "a", "anchor")]
    [InlineData("a: !!str 1\n", "a", "tag")]
    public void What_it_cannot_do_it_says(string text, string path, string why)
    {
        var edit = Set(text, path, "2");
        Assert.Null(edit.Text);
        Assert.Contains(why, edit.Problem);
    }

    [Fact]
    public void What_was_set_where_nothing_was_can_be_taken_out_again()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("stacks"), "*.yaml", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            foreach (var path in Maps((YamlMapping)Read(text), []))
            {
                var set = Set(text, [.. path, "added"], "{ x: [1, 2] }");
                Assert.Equal(text, YamlEditor.Remove(new SourceText("f", set.Text!), (YamlMapping)Read(set.Text!), [.. path, "added"]).Text);
            }
        }
    }

    [Fact]
    public void Every_value_can_be_changed_and_changed_back()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("stacks"), "*.yaml", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            foreach (var (path, written) in Values((YamlMapping)Read(text), [], text))
            {
                var changed = Set(text, path, "other").Text!;
                Assert.Equal("other", ((YamlScalar)path.Aggregate(Read(changed), (node, key) => ((YamlMapping)node)[key]!)).Text);
                Assert.Equal(text, Set(changed, path, written).Text);
            }
        }
    }

    private static YamlEdit Set(string text, string path, string value) => Set(text, path.Split('.'), value);

    private static YamlEdit Set(string text, IReadOnlyList<string> path, string value) => YamlEditor.Set(new SourceText("f", text), (YamlMapping)Read(text), path, value);

    private static YamlEdit Remove(string text, string path) => YamlEditor.Remove(new SourceText("f", text), (YamlMapping)Read(text), path.Split('.'));

    private static YamlNode Read(string text) => YamlReader.Read(new SourceText("f", text), [])!;

    private static IEnumerable<IReadOnlyList<string>> Maps(YamlMapping map, IReadOnlyList<string> path) =>
        map.Entries.SelectMany(entry => entry.Value is YamlMapping inner ? Maps(inner, [.. path, entry.Key.Text]) : []).Concat(map.Entries.Count > 0 ? [path] : []);

    private static IEnumerable<(IReadOnlyList<string> Path, string Written)> Values(YamlMapping map, IReadOnlyList<string> path, string text) => map.Entries.SelectMany(entry => entry.Value switch
    {
        YamlMapping inner => Values(inner, [.. path, entry.Key.Text], text),
        YamlScalar { IsNull: false } scalar => [([.. path, entry.Key.Text], text[scalar.Span.Start..scalar.Span.End])],
        _ => [],
    });
}
