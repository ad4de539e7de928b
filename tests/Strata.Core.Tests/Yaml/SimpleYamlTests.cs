using FsCheck;
using FsCheck.Fluent;
using Strata.Yaml;
using static Strata.Tests.Yaml.YamlReading;

namespace Strata.Tests.Yaml;

public sealed class SimpleYamlTests
{
    private const string Rendered = """
        # A remark.
        name: "Images of team"
        "on":
          push:
            paths: # behind a key
              - "rendered/team/images/**" # behind a value
          workflow_dispatch: {}
        jobs:
          images:
            timeout-minutes: 60
            steps:
              - uses: actions/checkout@v5
                with:
                  path: -1
              -
                run: |
                  set -e

                   two: 'lines' # of it
                shell: bash
              - 'it''s'
              - - a
                - b: []
          later:
        ---
        kind: Second
        text: >-

          folded
        end: $(x) ~ "y"
        """;

    [Fact]
    public void What_programs_write_is_seen() => Assert.True(SimpleYaml.IsSurelyValid(Rendered));

    [Theory]
    [InlineData("a: b: c")]
    [InlineData("a: b:")]
    [InlineData("a: 1\na: 2")]
    [InlineData("a: 1\n\"a\": 2")]
    [InlineData("a:\n  b: 1\n c: 2")]
    [InlineData("a:\n  b:\n c: 2")]
    [InlineData("- a\nb: 1")]
    [InlineData("a: \"open")]
    [InlineData("a: 'open")]
    [InlineData("a: \"b\" c")]
    [InlineData("a: \"b\"#c")]
    [InlineData("a: [b")]
    [InlineData("a: \"\\q\"")]
    [InlineData("a: |\n   \n  b")]
    [InlineData("a: |\n  b\n c")]
    [InlineData("a: - b")]
    [InlineData("a: @b")]
    [InlineData("a: *b")]
    [InlineData("a:\n\t- b")]
    [InlineData("a\nb")]
    [InlineData("a: {} b")]
    [InlineData("... : [")]
    [InlineData("%YAML 1.2\na: b")]
    public void What_it_does_not_know_is_left_to_the_reader(string text) => Assert.False(SimpleYaml.IsSurelyValid(text));

    [Fact]
    public void What_it_takes_is_read_without_an_error()
    {
        var taken = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            foreach (var text in new[] { RandomYaml.Damage(Rendered, seed), RandomYaml.Damage(RandomYaml.Write(seed).Text, seed), RandomYaml.Noise(seed) }.Where(text => SimpleYaml.IsSurelyValid(text)))
            {
                taken++;
                Assert.All(Documents(text), document => Assert.True(Read(document).Diagnostics.Count == 0, $"{document}\n{string.Join('\n', Read(document).Diagnostics)}"));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
        Assert.InRange(taken, 1_000, int.MaxValue);
    }

    private static IEnumerable<string> Documents(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (line.TrimEnd() == "---")
            {
                yield return string.Join('\n', lines);
                lines.Clear();
                continue;
            }

            lines.Add(line);
        }

        yield return string.Join('\n', lines);
    }
}
