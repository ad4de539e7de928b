using Strata.Platform.Stacks.Editing;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Stacks.Editing;

public sealed class StackEditorTests
{
    private const string File = """
        # The fraud team's stack.
        config:
          aws:region: eu-west-1
          strata:extends: [base]
          strata:team: fraud
          strata:environment: dev
          strata:compute:
            cluster: { version: "1.35" }   # pinned
          strata:storage:
            lake: { kind: objects }

        """;

    private static readonly StackFolder Files = new()
    {
        ["Pulumi.dev.yaml"] = File,
        ["base.yaml"] = "config:\n  strata:cloud: aws\n  strata:compute:\n    cluster: { kind: cluster }\n",
    };

    [Fact]
    public void A_value_is_set_and_nothing_else_changes()
    {
        var edit = StackEditor.Set(Files, "dev", "storage.lake.versioning", "false");
        Assert.Empty(edit.Diagnostics);
        Assert.Equal(File.Replace("{ kind: objects }", "{ kind: objects, versioning: false }", StringComparison.Ordinal), edit.File!.Content);
    }

    [Fact]
    public void Text_keeps_its_quotes_and_gets_some_where_yaml_would_take_it_for_a_number()
    {
        Assert.Contains("version: \"1.34\" }   # pinned", StackEditor.Set(Files, "dev", "compute.cluster.version", "1.34").File!.Content);
        Assert.Contains("strata:account: \"012345678901\"\n", StackEditor.Set(Files, "dev", "account", "012345678901").File!.Content);
    }

    [Fact]
    public void What_is_not_there_yet_is_made() =>
        Assert.EndsWith("  strata:budget: { monthly: 300 }\n", StackEditor.Set(Files, "dev", "budget.monthly", "300").File!.Content);

    [Fact]
    public void Keys_of_a_provider_keep_their_names() =>
        Assert.Contains("aws:region: eu-central-1", StackEditor.Set(Files, "dev", "aws:region", "eu-central-1").File!.Content);

    [Theory]
    [InlineData("storage.lake.verzioning", "true", "Did you mean 'versioning'?")]
    [InlineData("storage.lake.versioning", "perhaps", "perhaps")]
    [InlineData("secrets.token", "abc", "pulumi config set --secret")]
    [InlineData("compute..max", "1", "is no path")]
    public void What_would_not_be_valid_is_refused(string path, string value, string why)
    {
        var edit = StackEditor.Set(Files, "dev", path, value);
        Assert.Null(edit.File);
        Assert.Contains(edit.Diagnostics, problem => problem.Message.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void A_component_is_added_with_its_values()
    {
        var edit = StackEditor.Add(Files, "dev", "compute.gpu", [new("kind", "pool"), new("machine.cpu", "8"), new("machine.memory", "32Gi"), new("machine.gpu.type", "t4"), new("max", "4")]);
        Assert.Empty(edit.Diagnostics);
        Assert.Contains("    gpu: { kind: pool, machine: { cpu: 8, memory: 32Gi, gpu: { type: t4 } }, max: 4 }\n", edit.File!.Content);
        Assert.Null(StackEditor.Add(Files, "dev", "storage.lake", []).File);
        Assert.Null(StackEditor.Add(Files, "dev", "compute.gpu", [new("kind", "pol")]).File);
    }

    [Fact]
    public void A_value_is_taken_out_and_one_of_a_fragment_is_not()
    {
        Assert.Contains("cluster: {}   # pinned", StackEditor.Unset(Files, "dev", "compute.cluster.version").File!.Content);
        var refused = StackEditor.Unset(Files, "dev", "compute.cluster.kind");
        Assert.Null(refused.File);
        Assert.Contains("stacks/base.yaml(4,22)", Assert.Single(refused.Diagnostics).Message);
    }

    [Fact]
    public void Taking_out_what_is_needed_is_refused() =>
        Assert.Null(StackEditor.Unset(Files, "dev", "team").File);
}
