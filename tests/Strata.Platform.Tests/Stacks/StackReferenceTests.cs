using System.Text.RegularExpressions;
using Strata.Platform.Stacks.Format;
using Strata.Platform.Stacks.Schema;

namespace Strata.Platform.Tests.Stacks;

/// <summary>Writes docs/stack-file.md from the records that stack files are read into.</summary>
public sealed partial class StackReferenceTests
{
    private static readonly string Page = $$"""
        # The stack file

        Every property of `stacks/Pulumi.<stack>.yaml` and of the fragments it extends. Written by a test from the records that files are
        read into; editors know the same from [stack.schema.json](../stacks/stack.schema.json), and `strata explain` shows what a stack has.

        Each property stands under `config:`, with `strata:` before it:

        ```yaml
        config:
          strata:team: fraud
          strata:storage:
            lake: { kind: objects }
        ```

        Besides them there are `strata:extends`, the fragments to start from, relative to `stacks/` and without `.yaml` (later ones win, and
        the file wins over all), and `strata:{{StackFormat.Key}}`, the version of the file's form, now {{StackFormat.Current}}. In the place of a list,
        `{ $append: [...] }` adds to an inherited one; in the place of any value, `{ $unset: true }` takes an inherited one away. What components
        become on each cloud is in [components.md](components.md).

        {{StackReference.Text().TrimStart('\n')}}
        """;

    [Fact]
    public void The_page_of_the_stack_file_is_what_the_records_say() => Golden.CheckFile("docs/stack-file.md", Page.TrimEnd('\n') + "\n");

    [Fact]
    public void Every_link_inside_of_the_page_leads_to_a_heading_that_is_there_once()
    {
        var headings = Headings().Matches(Page).Select(match => match.Groups[1].Value.ToLowerInvariant().Replace(":", "", StringComparison.Ordinal).Replace(' ', '-')).ToList();
        Assert.Equal(headings.Distinct(), headings);
        Assert.All(Links().Matches(Page).Select(match => match.Groups[1].Value), link => Assert.Contains(link, headings));
    }

    [Fact]
    public void Every_property_that_editors_know_is_on_the_page()
    {
        var schema = StackSchema.Create();
        var properties = schema["definitions"]!.AsObject().SelectMany(record => record.Value!["properties"]?.AsObject().Select(property => property.Key) ?? []);
        Assert.All(properties.Where(name => name is not ("$unset" or "secure" or "kind" or "engine")).Distinct(), name => Assert.Contains($"| `{name}` |", Page, StringComparison.Ordinal));
    }

    [GeneratedRegex("^##+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"\]\(#([^)]+)\)")]
    private static partial Regex Links();
}
