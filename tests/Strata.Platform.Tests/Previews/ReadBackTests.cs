using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Planning;
using Strata.Platform.Previews;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Stacks;

namespace Strata.Platform.Tests.Previews;

/// <summary>What another build prints is read back without loss of what counts.</summary>
public sealed class ReadBackTests
{
    private static readonly StackRepository Samples = new(new CaseFolder("stacks"));

    public static TheoryData<string> Names => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sample_stack_read_back_is_written_the_same_but_for_places_in_files(string stack)
    {
        var json = Json(Samples.Expand(stack).Graph!);
        using var document = JsonDocument.Parse(json);
        Assert.Equal(Regex.Replace(json, "\"origin\": \"[^\"]*\"", "\"origin\": null"), Json(GraphJsonReader.Read(document.RootElement, ProviderCatalog.FactsOf)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stack_against_its_own_print_is_unchanged(string stack)
    {
        var graph = Samples.Expand(stack).Graph!;
        using var document = JsonDocument.Parse(Json(graph));
        var before = new ReadBackPlanner([stack], document.RootElement, new Dictionary<string, IReadOnlyDictionary<string, string>>(), "No.").Plan(stack);
        var preview = PreviewComparer.Compare(stack, before, new StackSide(stack, Samples.Find(stack), graph, null, []), [], new RepositoryChanges([], [], ["src/x.cs"]), null);
        Assert.Equal(PreviewStatus.Unchanged, preview.Status);
        Assert.Empty(preview.Reasons);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_catalog_knows_the_facts_of_every_type_in_use(string stack) => Assert.All(
        Samples.Expand(stack).Graph!.Resources.OfType<CustomResource>().Where(resource => resource is not ProviderResource),
        resource => Assert.Equal(resource.TypeFacts.ReplaceOnChange, ProviderCatalog.FactsOf(resource.TypeToken).ReplaceOnChange));

    [Fact]
    public void Of_a_type_that_nobody_knows_nothing_is_certain()
    {
        var change = new PropertyChange(PropertyPath.Parse("a.b"), "x", "y");
        Assert.Equal("*", Assert.Single(ProviderCatalog.FactsOf("other:x:Y").ReplaceUnknown));
        Assert.True(PropertyPath.Parse("*").Covers(change.Path));
    }

    private static string Json(ResourceGraph graph)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, GraphJson.Indented))
        {
            GraphJson.Write(json, graph);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
