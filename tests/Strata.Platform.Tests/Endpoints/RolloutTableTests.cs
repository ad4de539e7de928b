using System.Text;
using System.Text.Json;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Platform.Endpoints;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Endpoints;

/// <summary>The table of what engines do with rollouts, against what becomes of real stacks: every combination is done or refused.</summary>
public sealed class RolloutTableTests
{
    private static readonly string[] Engines = [.. EndpointCatalog.Kinds.Select(kind => kind.Name)];

    public static TheoryData<string> Combinations =>
        [.. RolloutTable.Rows.Where(row => Engines.Contains(row.Engine)).Select(row => $"{row.Engine} {RolloutRules.Word(row.Mode)} {RolloutRules.Word(row.Strategy)}")];

    [Fact]
    public void Every_combination_is_in_the_table_once()
    {
        foreach (var engine in Engines)
        {
            foreach (var mode in Enum.GetValues<EndpointMode>())
            {
                foreach (var strategy in Enum.GetValues<RolloutStrategy>())
                {
                    Assert.Single(RolloutTable.Rows, row => row.Engine == engine && row.Mode == mode && row.Strategy == strategy);
                }

                // Only an engine without a mode at all has no default for it.
                var cells = Enum.GetValues<RolloutStrategy>().Select(strategy => RolloutTable.Find(engine, mode, strategy)).ToList();
                Assert.True(cells.All(cell => cell is RolloutRefused) || RolloutTable.Find(engine, mode, RolloutTable.DefaultOf(engine, mode)) is RolloutDone, $"{engine} {mode}");
            }
        }
    }

    [Fact]
    public void The_table_speaks_in_full_sentences()
    {
        foreach (var row in RolloutTable.Rows)
        {
            string[] sentences = row.Cell is RolloutRefused refused ? [refused.Reason, refused.Nearest] : [((RolloutDone)row.Cell).How];
            Assert.All(sentences, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void A_stack_becomes_what_the_table_says(string combination)
    {
        var row = RowOf(combination);
        var (graph, diagnostics) = Expand(row);
        if (row.Cell is RolloutRefused refused)
        {
            Assert.Null(graph);
            var error = Assert.Single(diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
            Assert.Equal("STR881", error.Code);
            Assert.Contains(refused.Reason, error.Message, StringComparison.Ordinal);
            Assert.Contains(refused.Nearest, error.Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.True(graph is not null, string.Join('\n', diagnostics.Where(d => d.Severity == Severity.Error)));
        }
    }

    [SharedFact]
    public void What_is_done_is_what_providers_take()
    {
        foreach (var row in RolloutTable.Rows.Where(row => Engines.Contains(row.Engine) && row.Cell is RolloutDone))
        {
            var graph = Expand(row).Graph!;
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream))
            {
                GraphJson.Write(json, new ResourceGraph(graph.Stack, [.. graph.Resources.Where(IsOwn)], []));
            }

            var findings = SharedTools.CheckResources(Encoding.UTF8.GetString(stream.ToArray())).Where(f => f.IsError || f.Code == "plain-secret");
            Assert.Empty(findings.Select(finding => $"{row.Engine} {row.Mode} {row.Strategy}: {finding}"));
        }
    }

    private static bool IsOwn(Resource resource) => resource is ComponentResource { LogicalName: "it" } || (resource.ResourceOptions.Parent is { } parent && IsOwn(parent));

    private static RolloutRow RowOf(string combination) =>
        RolloutTable.Rows.Single(row => combination == $"{row.Engine} {RolloutRules.Word(row.Mode)} {RolloutRules.Word(row.Strategy)}");

    private static (ResourceGraph? Graph, IReadOnlyList<Diagnostic> Diagnostics) Expand(RolloutRow row)
    {
        var (graph, diagnostics) = new StackRepository(new StackFolder { ["Pulumi.sample.yaml"] = File(row) }).Expand("sample");
        return (graph, [.. diagnostics]);
    }

    private static string File(RolloutRow row)
    {
        var cloud = row.Engine switch
        {
            RolloutTable.SageMaker => "aws",
            RolloutTable.Vertex => "gcp",
            _ => "kubernetes",
        };
        return $$"""
            config:
              aws:region: eu-central-1
              gcp:project: acme-ml
              gcp:region: europe-west4
              gcp:zone: europe-west4-a
              strata:team: sample
              strata:environment: prod
              strata:cloud: {{cloud}}
              strata:storage:
                lake: { kind: objects }
              strata:compute:
                cluster: {}
              strata:endpoints:
                it:
                  engine: {{row.Engine}}
                  mode: {{RolloutRules.Word(row.Mode)}}
                  model: models/3
                  {{Said(row)}}
                  rollout: { strategy: {{RolloutRules.Word(row.Strategy)}}{{Rest(row)}} }

            """;
    }

    /// <summary>What each engine needs besides.</summary>
    private static string Said(RolloutRow row)
    {
        var isBatch = row.Mode == EndpointMode.Batch;
        var own = row.Engine switch
        {
            RolloutTable.SageMaker => "image: 123456789012.dkr.ecr.eu-central-1.amazonaws.com/score:1.4",
            RolloutTable.KServe or RolloutTable.Seldon => "framework: sklearn",
            RolloutTable.Ray => isBatch ? "image: ghcr.io/acme/score:1.4\n      entrypoint: python -m score" : "image: ghcr.io/acme/score:1.4\n      app: score:app",
            _ => "image: ghcr.io/acme/score:1.4",
        };
        var splits = !isBatch && row.Strategy is not RolloutStrategy.Rolling && row.Cell is RolloutDone { MovesItself: false };
        var gateway = splits && (row.Engine is RolloutTable.Kubernetes or RolloutTable.Ray || (row.Engine == RolloutTable.KServe && row.Strategy != RolloutStrategy.Ab));
        return own + (isBatch ? "\n      input: in\n      output: out\n      schedule: 0 3 * * *" : "") + (gateway ? "\n      gateway: { name: shared, namespace: gateways }" : "");
    }

    private static string Rest(RolloutRow row) => row.Cell switch
    {
        RolloutDone { Variants: VariantRule.One } => ", variants: { next: { model: models/4 } }",
        RolloutDone { Variants: VariantRule.TwoOrMore } => ", variants: { a: { weight: 40 }, b: { model: models/4, weight: 60 } }",
        RolloutDone when row.Strategy == RolloutStrategy.Canary => ", alarms: { errorPercent: 1 }",
        _ => "",
    };
}
