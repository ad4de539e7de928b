using Strata.Diagnostics;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Stacks;

public sealed class BindingTests
{
    private const string Dev = """
        config:
          aws:region: eu-west-1
          strata:team: fraud
          strata:environment: dev
          strata:cloud: aws

        """;

    [Fact]
    public void A_stack_becomes_records()
    {
        var stack = Bind(Dev + """
              strata:storage:
                lake: { kind: objects, expireAfterDays: 365 }
              strata:compute:
                cluster: {}
                gpu: { kind: pool, machine: { cpu: 8, memory: 32Gi, gpu: { type: l4 } }, spot: true, max: 4 }
            """);
        Assert.Equal(("fraud", DeploymentEnvironment.Dev, Cloud.Aws), (stack.Config.Team, stack.Config.Environment, stack.Config.Cloud));
        Assert.Equal(365, Assert.IsType<ObjectStore>(stack.Config.Storage["lake"]).ExpireAfterDays);
        var pool = Assert.IsType<Pool>(stack.Config.Compute["gpu"]);
        Assert.Equal(("gpu", 32, "l4", 1, 4), (pool.Name, pool.Machine.Memory!.WholeGibibytes, pool.Machine.Gpu!.Type, pool.Machine.Gpu.Count, pool.Max));
        Assert.Equal("eu-west-1", stack.Providers.AwsRegion);
    }

    [Fact]
    public void The_kind_may_be_left_out_where_it_is_the_name() =>
        Assert.IsType<Cluster>(Bind(Dev + "  strata:compute: { cluster: {} }\n").Config.Compute["cluster"]);

    [Theory]
    [InlineData("dev", 2, NatGateways.Single, 30)]
    [InlineData("staging", 3, NatGateways.Single, 90)]
    [InlineData("prod", 3, NatGateways.PerZone, 90)]
    public void Defaults_follow_the_environment(string environment, int zones, NatGateways nat, int days)
    {
        var stack = Bind(Dev.Replace("dev", environment, StringComparison.Ordinal) + "  strata:storage: { lake: { kind: objects } }\n");
        Assert.Equal((zones, nat), (stack.Config.Network.Zones, stack.Config.Network.Nat));
        Assert.Equal(days, Assert.IsType<ObjectStore>(stack.Config.Storage["lake"]).KeepOldVersionsDays);
    }

    [Fact]
    public void A_record_knows_where_each_of_its_properties_was_set()
    {
        var lake = Bind(Dev + "  strata:storage:\n    lake: { kind: objects, versioning: false }\n").Config.Storage["lake"];
        Assert.Equal("stacks/Pulumi.dev.yaml(7,40)", lake.SpanOf(nameof(ObjectStore.Versioning))!.Value.ToString());
        Assert.Equal("stacks/Pulumi.dev.yaml(7,5)", lake.SpanOf(nameof(ObjectStore.ExpireAfterDays))!.Value.ToString());
    }

    [Fact]
    public void Maps_are_in_the_order_of_their_keys_whatever_the_file_has()
    {
        var stack = Bind(Dev + "  strata:storage: { b: { kind: files }, a: { kind: files }, c: { kind: files } }\n");
        Assert.Equal(["a", "b", "c"], stack.Config.Storage.Keys);
    }

    [Fact]
    public void A_broken_component_does_not_hide_the_problems_of_others()
    {
        var files = new StackFolder
        {
            ["Pulumi.dev.yaml"] = Dev + """
                  strata:storage:
                    lake: { kind: objects, versioning: maybe }
                    tables: { kind: warehouse, engine: bigquery }
                """,
        };
        var diagnostics = new StackRepository(files).Expand("dev").Diagnostics;
        Assert.Equal(2, diagnostics.Count(d => d.Severity == Severity.Error));
    }

    [Fact]
    public void What_is_missing_is_not_explained_as_a_default()
    {
        var files = new StackFolder { ["Pulumi.dev.yaml"] = "config:\n  strata:team: fraud\n" };
        var explained = Strata.Platform.Stacks.Explain.Explainer.Explain(new StackRepository(files).Bind("dev")!.Model!);
        Assert.Contains(explained, e => e.Path == "team");
        Assert.DoesNotContain(explained, e => e.Path is "environment" or "cloud");
    }

    private static StackModel Bind(string text)
    {
        var files = new StackFolder { ["Pulumi.dev.yaml"] = text };
        var bound = new StackRepository(files).Bind("dev")!;
        Assert.Empty(bound.Diagnostics);
        return bound.Model!;
    }
}
