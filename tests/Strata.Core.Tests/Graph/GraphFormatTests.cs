using System.Buffers;
using System.Text;
using System.Text.Json;
using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Text;

namespace Strata.Tests.Graph;

public sealed class GraphFormatTests
{
    [Fact]
    public void Json_is_as_accepted() => Golden.Check("formats/graph.json", Json(Sample.Graph()) + "\n");

    [Fact]
    public void Text_is_as_accepted() => Golden.Check("formats/graph.txt", Written(writer => GraphText.Write(writer, Sample.Graph(), PlainTextStyle.Instance, 100)));

    [Fact]
    public void Mermaid_is_as_accepted() => Golden.Check("formats/graph.mmd", Written(writer => GraphMermaid.Write(writer, Sample.Graph())));

    [Fact]
    public void Dot_is_as_accepted() => Golden.Check("formats/graph.dot", Written(writer => GraphDot.Write(writer, Sample.Graph())));

    [Fact]
    public void No_format_shows_what_is_in_a_secret()
    {
        var graph = Sample.Graph();
        string[] all =
        [
            Json(graph),
            Written(writer => GraphText.Write(writer, graph, PlainTextStyle.Instance, 1000)),
            Written(writer => GraphMermaid.Write(writer, graph)),
            Written(writer => GraphDot.Write(writer, graph)),
        ];
        Assert.All(all, text => Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_resource_is_in_one_list_under_its_place_in_the_order()
    {
        var graph = Sample.Graph();
        using var document = JsonDocument.Parse(Json(graph));
        string[] lists = ["resources", "components", "references"];
        var names = lists.SelectMany(list => document.RootElement.GetProperty(list).EnumerateArray())
            .OrderBy(item => item.GetProperty("index").GetInt32())
            .Select(item => item.TryGetProperty("name", out var name) ? name.GetString() : item.GetProperty("stack").GetString());
        Assert.Equal(graph.Resources.Select(resource => resource.LogicalName), names);
    }

    [SharedFact]
    public void The_checker_takes_the_resources() => Assert.Empty(SharedTools.CheckResources(Json(Sample.Graph())));

    [SharedFact]
    public void The_checker_finds_what_is_wrong()
    {
        var scope = new Scope();
        scope.Add(new Sample.Thing("aws:s3/bucket:Bucket", "lake").With("buckett", "lake"));
        var graph = new ResourceGraph("dev", scope.Resources, []);
        Assert.Equal("unknown-property", Assert.Single(SharedTools.CheckResources(Json(graph))).Code);
    }

    [Fact]
    public void Text_that_is_no_text_is_still_written()
    {
        var scope = new Scope();
        scope.Add(new Sample.Thing("aws:s3/bucket:Bucket", "l\"a]k\ne").With("bucket", "\ud800").With("n", double.NaN).With("\u001b[31m", "\u001b[31m"));
        var graph = new ResourceGraph("dev", scope.Resources, []);
        using var document = JsonDocument.Parse(Json(graph));
        Assert.DoesNotContain('\u001b', Written(writer => GraphText.Write(writer, graph, PlainTextStyle.Instance)));
        Assert.Equal(7, Written(writer => GraphDot.Write(writer, graph)).Split('\n').Length);
        Assert.Equal(3, Written(writer => GraphMermaid.Write(writer, graph)).Split('\n').Length);
    }

    private static string Json(ResourceGraph graph)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, GraphJson.Indented))
        {
            GraphJson.Write(writer, graph);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Written(Action<TextWriter> write)
    {
        using var writer = new StringWriter();
        write(writer);
        return writer.ToString();
    }
}
