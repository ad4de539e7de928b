using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Planning;
using Property = Strata.Graph.Property;

namespace Strata.Tests.Graph;

public sealed class GraphJsonReaderTests
{
    [Fact]
    public void A_graph_read_back_is_written_the_same_but_for_places_in_stack_files() =>
        Assert.Equal(Regex.Replace(Json(Sample.Graph()), "\"origin\": \"[^\"]*\"", "\"origin\": null"), Json(Read(Json(Sample.Graph()))));

    [Fact]
    public void A_graph_read_back_changes_nothing() =>
        Assert.Equal(0, Planner.Plan(Read(Json(Sample.Graph())), Read(Json(Sample.Graph()))).Counts.Changes);

    [Fact]
    public void Differences_are_found_inside_of_json_text()
    {
        var before = Json(Sample.Graph());
        var plan = Planner.Plan(Read(before), Read(before.Replace("2012-10-17\\\"", "2008-10-17\\\"", StringComparison.Ordinal)));
        var change = Assert.Single(Assert.IsType<Update>(Assert.Single(plan.Operations, operation => operation is not Same)).Changes);
        Assert.Equal("assumeRolePolicy.Version", change.Path.ToString());
    }

    [Fact]
    public void The_facts_of_a_type_are_the_readers_own()
    {
        var facts = new ResourceFacts { ReplaceOnChange = ["bucket"] };
        var graph = Read(Json(Sample.Graph()), token => token == "aws:s3/bucket:Bucket" ? facts : ResourceFacts.None);
        Assert.Same(facts, graph.Resources.Single(resource => resource.TypeToken == "aws:s3/bucket:Bucket").TypeFacts);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"stack": "dev", "resources": [], "components": [], "references": []}""")]
    [InlineData("""{"stack": "dev", "resources": [{"index": 0, "type": "a:b:C", "name": "c", "parent": "x::y", "inputs": {}, "options": {}}], "components": [], "references": [], "outputs": {}}""")]
    public void What_is_no_graph_is_refused(string json) => Assert.Throws<FormatException>(() => Read(json));

    [Fact]
    public void Any_value_read_back_is_written_the_same() => Prop.ForAll(Gen.Choose(0, 999).ArrayOf().ToArbitrary(), IsWrittenTheSame).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(823, 130, 311, 430, 784, 212, 461, 704, 196, 930, 288, 507, 770, 101, 909, 28, 440, 655, 776, 435, 488, 945, 969, 300, 549, 688, 646, 926, 829, 320, 154, 578, 188, 718, 50, 997, 999, 97, 444, 339, 868, 441, 15, 176, 477, 536, 626, 480, 28, 684, 230, 547, 285, 775, 228, 325, 404, 875, 72, 720, 434, 292, 339, 762, 508, 419, 582, 529, 996, 848, 275, 121)]
    public void Values_that_once_were_not_are_too(params int[] choices) => IsWrittenTheSame(choices);

    private static void IsWrittenTheSame(int[] choices)
    {
        var scope = new Scope();
        var stack = scope.Add(new StackReference("platform-dev"));
        var first = scope.Add(new Sample.Thing("aws:s3/bucket:Bucket", "lake"));
        var second = scope.Add(new Sample.Thing("aws:s3/bucket:Bucket", "lake.copy"));
        var values = new Values(choices, [first, second], stack);
        scope.Add(new Sample.Thing("aws:x/thing:Thing", "thing").With("a", values.Next(4)).With("b", values.Next(3)));
        var json = Json(new ResourceGraph("dev", scope.Resources, [new Property("out", values.Next(2))]));
        Assert.Equal(json, Json(Read(json)));
    }

    private static ResourceGraph Read(string json, Func<string, ResourceFacts>? facts = null)
    {
        using var document = JsonDocument.Parse(json);
        return GraphJsonReader.Read(document.RootElement, facts ?? (_ => ResourceFacts.None));
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

    /// <summary>Values of every kind, chosen by numbers; when they run out, text.</summary>
    private sealed class Values(int[] choices, Sample.Thing[] resources, StackReference stack)
    {
        private static readonly string[] Texts = ["", "plain", "with ${ in it", "$ref", "{\"a\": 1}", "{\"a\":1}", "[1,2]", "ümlaut \"quoted\"\n", "}", "***"];
        private int _at;

        public Value Next(int depth)
        {
            var choice = _at < choices.Length ? choices[_at++] : 0;
            var text = Texts[choice / 16 % Texts.Length];
            var resource = resources[choice / 16 % resources.Length];
            return (depth <= 0 ? choice % 8 : choice % 15) switch
            {
                1 => true,
                2 => choice / 2.0,
                3 => Value.Null,
                4 => resource.GetOutput<string>(choice > 500 ? "arn" : "names[0]"),
                5 => Output.ConfigSecret("wandb"),
                6 => stack.GetStackOutput<string>("vpc.id"),
                7 => new Invoke("aws:index/getCallerIdentity:getCallerIdentity").Get<string>("accountId"),
                8 => Value.List(Next(depth - 1), Next(depth - 1)),
                9 => new ValueMap { [text] = Next(depth - 1), ["$secret"] = Next(depth - 1), ["config"] = Next(depth - 1) },
                10 => new SecretValue(Next(depth - 1)),
                11 => Output.Json(Next(depth - 1)),
                12 => Output.Format($"{text}{resource.GetOutput<string>("arn")}/{stack.GetStackOutput<string>("vpc")}"),
                13 => Output.Format($"a{Output.ConfigSecret("wandb")}{text}{new Invoke("aws:index/getRegion:getRegion").Get<string>("name")}"),
                14 => new ValueMap { ["name"] = text, ["value"] = Next(depth - 1) },
                _ => text,
            };
        }
    }
}
