using Strata.Graph;
using Strata.Pulumi;
using Strata.Tests.Pulumi.Fakes;
using ProtoStruct = Google.Protobuf.WellKnownTypes.Struct;
using ProtoValue = Google.Protobuf.WellKnownTypes.Value;

namespace Strata.Tests.Pulumi.Deployments;

public sealed class StackReferenceTests
{
    [Theory]
    [InlineData("platform-dev", "organization/strata/platform-dev")]
    [InlineData("acme/other/platform-dev", "acme/other/platform-dev")]
    public async Task Another_stack_is_read_by_its_full_name(string name, string full)
    {
        var stack = new StackReference(name);
        var engine = new ModelEngine();
        engine.Stacks[full] = OutputsOf(("vpc", "vpc-1"));
        var graph = Graphs.Of(scope =>
        {
            scope.Add(stack);
            scope.Add(new Thing("after").With("vpc", stack.GetStackOutput<string>("vpc")));
        });

        await Runs.Good(engine, graph);

        var read = Assert.Single(engine.Reads);
        Assert.Equal((full, name, full), (read.Id, read.Name, read.Properties.Fields["name"].StringValue));
        Assert.Equal("vpc-1", engine["after"].Object.Fields["vpc"].StringValue);
        Assert.Equal([$"urn:pulumi:dev::strata::pulumi:pulumi:StackReference::{name}"], engine["after"].Dependencies);
    }

    [Fact]
    public async Task A_stack_that_does_not_exist_is_told_by_us()
    {
        var graph = Graphs.Of(scope => scope.Add(new StackReference("nowhere")));
        var engine = new ModelEngine();

        Assert.Equal(ExitCode.UserWasTold, await Runs.Of(engine, graph));

        Assert.Equal(
            "error STR506: The Pulumi engine refused 'ReadResource pulumi:pulumi:StackReference nowhere': unknown stack \"organization/strata/nowhere\"",
            Assert.Single(engine.Logs).Message);
    }

    [Fact]
    public async Task An_output_that_is_not_there_yet_is_a_warning_in_a_preview()
    {
        var stack = new StackReference("platform-dev");
        var engine = new ModelEngine { IsDryRun = true };
        engine.Stacks["organization/strata/platform-dev"] = OutputsOf();
        var graph = Graphs.Of(scope =>
        {
            scope.Add(stack);
            scope.Add(new Thing("after").With("vpc", stack.GetStackOutput<string>("vpc")));
        });

        Assert.Equal(ExitCode.Fine, await Runs.Of(engine, graph));

        Assert.StartsWith("warning STR508", Assert.Single(engine.Logs).Message, StringComparison.Ordinal);
        Assert.True(engine.IsShutDown);
    }

    private static ProtoStruct OutputsOf(params (string Name, string Value)[] outputs)
    {
        var map = new ProtoStruct();
        foreach (var (name, value) in outputs)
        {
            map.Fields[name] = ProtoValue.ForString(value);
        }

        return new ProtoStruct { Fields = { ["outputs"] = ProtoValue.ForStruct(map) } };
    }
}
