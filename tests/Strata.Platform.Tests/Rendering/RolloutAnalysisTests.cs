using System.Text.Json.Nodes;

namespace Strata.Platform.Tests.Rendering;

/// <summary>What the rendered analysis says of numbers: promote, roll back or hold.</summary>
public sealed class RolloutAnalysisTests
{
    private const int Promote = 0;
    private const int RollBack = 1;
    private const int Hold = 3;

    /// <summary>The old model has 10,000 requests, of which 50 fail, and takes 100 ms.</summary>
    [Theory]
    [InlineData(2000, 10, 100, Promote, "promote (0.50 % fail, of the old one 0.50 %; 100 ms, of the old one 100 ms)")]
    [InlineData(2000, 0, 80, Promote, "promote (0.00 % fail, of the old one 0.50 %; 80 ms, of the old one 100 ms)")]
    [InlineData(499, 0, 80, Hold, "hold (499 requests, and 500 are needed of both)")]
    [InlineData(2000, 30, 100, RollBack, "roll back (1.50 % fail, of the old one 0.50 %)")]
    [InlineData(600, 7, 100, Hold, "hold (1.17 % fail, of the old one 0.50 %; 100 ms, of the old one 100 ms; that may be chance)")]
    [InlineData(2000, 10, 121, RollBack, "roll back (0.50 % fail, of the old one 0.50 %; 121 ms, of the old one 100 ms)")]
    [InlineData(600, 13, 100, RollBack, "roll back (2.17 % fail, of the old one 0.50 %; the limit is 2 %)")]
    public void CloudWatch_s_numbers_decide(int requests, int errors, int milliseconds, int exit, string said)
    {
        if (EndpointProgram.IsPossible)
        {
            using var program = new EndpointProgram("aws-endpoints", "shadow");
            program.State("aws", new JsonObject
            {
                ["metrics"] = new JsonObject
                {
                    ["main"] = new JsonObject { ["Invocations"] = 10_000, ["Invocation5XXErrors"] = 50, ["ModelLatency"] = 100_000 },
                    ["next"] = new JsonObject { ["Invocations"] = requests, ["Invocation5XXErrors"] = errors, ["ModelLatency"] = milliseconds * 1000 },
                },
            });
            Assert.Equal((exit, $"next: {said}\n"), program.Run("analyse.py"));
        }
    }

    [Fact]
    public void Without_numbers_nothing_is_promoted()
    {
        if (EndpointProgram.IsPossible)
        {
            using var program = new EndpointProgram("aws-endpoints", "shadow");
            program.State("aws", JsonNode.Parse("""{"metrics": {"main": {"Invocations": 10000}, "next": {}}}""")!);
            Assert.Equal(Hold, program.Run("analyse.py").Exit);
            program.State("aws", JsonNode.Parse("""{"metrics": {"main": {"Invocations": 10000}, "next": {"Invocations": 10000}}}""")!);
            Assert.Equal((Hold, "next: hold (0.00 % fail, of the old one 0.00 %; how long they take is not known)\n"), program.Run("analyse.py"));
        }
    }

    [Theory]
    [InlineData(10, 320, RollBack)] // Above the stack file's limit of 300 ms.
    [InlineData(10, 110, Promote)]
    [InlineData(90, 110, RollBack)]
    public void Vertex_AI_s_numbers_are_found_by_the_deployed_model(int errors, int milliseconds, int exit)
    {
        if (EndpointProgram.IsPossible)
        {
            using var program = new EndpointProgram("gcp-endpoints", "rank");
            program.State("gcp", new JsonObject
            {
                ["deployed"] = JsonNode.Parse("""[{"display_name": "rank-a-12345678", "id": "71"}, {"display_name": "rank-b-87654321", "id": "72"}]"""),
                ["split"] = new JsonObject(),
                ["answers"] = new JsonObject
                {
                    ["prediction_count \"71\""] = Number(8000),
                    ["prediction_count \"72\""] = Number(2000),
                    ["error_count \"71\""] = Number(40),
                    ["error_count \"72\""] = Number(errors),
                    ["latencies \"71\""] = Number(100),
                    ["latencies \"72\""] = Number(milliseconds),
                },
            });
            Assert.Equal(exit, program.Run("analyse.py", "--slower-allowed", "1000").Exit);
        }
    }

    [Theory]
    [InlineData("onprem-endpoints", "inspect", Promote)]
    [InlineData("onprem-endpoints", "sort", Promote)]
    [InlineData("aws-endpoints", "rules", Promote)]
    [InlineData("aws-endpoints", "tested", Promote)]
    [InlineData("gcp-endpoints", "answer", Promote)]
    public void Prometheus_is_asked_for_each_model(string sample, string endpoint, int exit)
    {
        if (EndpointProgram.IsPossible)
        {
            using var program = new EndpointProgram(sample, endpoint);

            // Requests are 1,000 of each, nothing fails, and all takes as long.
            File.WriteAllText(Path.Combine(program.Folder, "asked.py"), """
                import io, json, pathlib, runpy, sys, urllib.parse, urllib.request
                asked = []
                def urlopen(url, timeout):
                    query = urllib.parse.unquote_plus(url.split("query=")[1])
                    asked.append(query)
                    number = 90 if "quantile" in query or " / " in query else 0 if any(word in query for word in ("5..", "failure", "error", "clamp_min", "code!~")) and " + " not in query else 1000
                    return io.BytesIO(json.dumps({"data": {"result": [{"value": [0, str(number)]}]}}).encode())
                urllib.request.urlopen = urlopen
                sys.argv[0] = str(pathlib.Path(__file__).with_name("analyse.py"))
                try:
                    runpy.run_path(sys.argv[0], run_name="__main__")
                finally:
                    assert len(asked) == 6 and all("[30m]" in query and "WINDOW" not in query for query in asked), asked
                """);
            var (found, said) = program.Run("asked.py", "--prometheus", "http://prometheus");
            Assert.True(found == exit, said);
        }
    }

    [Fact]
    public void A_server_that_counts_nothing_is_asked_with_queries_of_the_team()
    {
        if (EndpointProgram.IsPossible)
        {
            using var program = new EndpointProgram("onprem-endpoints", "frozen");
            var (exit, said) = program.Run("analyse.py", "--prometheus", "http://prometheus");
            Assert.Equal(2, exit);
            Assert.Contains("the following arguments are required: --requests, --errors, --latency", said, StringComparison.Ordinal);
        }
    }

    private static JsonObject Number(int value) => new() { ["data"] = new JsonObject { ["result"] = new JsonArray(new JsonObject { ["value"] = new JsonArray(0, $"{value}") }) } };
}
