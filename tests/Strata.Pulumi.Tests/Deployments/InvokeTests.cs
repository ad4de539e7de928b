using Strata.Graph;
using Strata.Pulumi;
using Strata.Pulumi.Codec;
using Strata.Tests.Pulumi.Fakes;
using ProtoStruct = Google.Protobuf.WellKnownTypes.Struct;
using ProtoValue = Google.Protobuf.WellKnownTypes.Value;

namespace Strata.Tests.Pulumi.Deployments;

public sealed class InvokeTests
{
    private const string Token = "aws:index/getZones:getZones";

    [Fact]
    public async Task A_function_is_called_once_for_all_that_read_its_answer()
    {
        var zones = new Invoke(Token, new Property("state", "available")) { Version = "7.48.0" };
        var graph = Graphs.Of(
            scope =>
            {
                scope.Add(new Thing("one").With("zone", zones.Get<string>("names[0]")));
                scope.Add(new Thing("two").With("zone", zones.Get<string>("names[1]")));
            },
            Graphs.Output("all", zones.Get<string>("names")));

        var engine = await Runs.Good(Answering(new ModelEngine()), graph);

        var request = Assert.Single(engine.InvokeRequests);
        Assert.Equal(("available", "7.48.0", true), (request.Args.Fields["state"].StringValue, request.Version, request.AcceptResources));
        Assert.Equal(["a", "b"], new[] { "one", "two" }.Select(name => engine[name].Object.Fields["zone"].StringValue));
        Assert.Empty(engine["one"].Dependencies);
    }

    [Fact]
    public async Task Who_reads_an_answer_depends_on_what_was_asked_about()
    {
        var lake = new Thing("lake");
        var provider = new Provider("aws", "eu");
        var zones = new Invoke(Token, new Property("of", lake.Id)) { Provider = provider };
        var graph = Graphs.Of(scope =>
        {
            scope.Use(scope.Add(provider));
            scope.Add(lake);
            scope.Add(new Thing("after").With("zone", zones.Get<string>("names[0]")));
        });

        var engine = await Runs.Good(Answering(new ModelEngine()), graph);

        Assert.Equal(["urn:pulumi:dev::strata::aws:s3/bucket:Bucket::lake"], engine["after"].Dependencies);
        Assert.Equal("urn:pulumi:dev::strata::pulumi:providers:aws::eu::eu-id", engine.InvokeRequests.Single().Provider);
    }

    [Theory]
    [InlineData("arn")]
    [InlineData("bucket")]
    public async Task In_a_preview_nothing_is_asked_about_what_does_not_exist_yet(string output)
    {
        var lake = new Thing("lake").With("bucket", (Value)"known-name");
        var zones = new Invoke(Token, new Property("of", lake.Out(output)));
        var graph = Graphs.Of(scope =>
        {
            scope.Add(lake);
            scope.Add(new Thing("after").With("zone", zones.Get<string>("names[0]")));
        });

        var engine = await Runs.Good(new ModelEngine { IsDryRun = true }, graph);

        Assert.Empty(engine.InvokeRequests);
        Assert.Equal(Signatures.Unknown, engine["after"].Object.Fields["zone"].StringValue);
    }

    [Fact]
    public async Task An_answer_to_a_secret_question_is_secret()
    {
        var zones = new Invoke(Token, new Property("key", Output.ConfigSecret("wandb")));
        var graph = Graphs.Of(scope => scope.Add(new Thing("after").With("zone", zones.Get<string>("names[0]"))));

        var engine = await Runs.Good(Answering(new ModelEngine()), graph, new Dictionary<string, string> { ["wandb"] = "w" });

        Assert.Equal(Signatures.Secret, engine["after"].Object.Fields["zone"].StructValue.Fields[Signatures.Key].StringValue);
        Assert.Equal(Signatures.Secret, engine.InvokeRequests.Single().Args.Fields["key"].StructValue.Fields[Signatures.Key].StringValue);
    }

    [Fact]
    public async Task A_function_that_fails_is_told_by_us()
    {
        var graph = Graphs.Of(scope => scope.Add(new Thing("after").With("zone", new Invoke("aws:x:y").Get<string>("a"))));
        var engine = new ModelEngine();

        Assert.Equal(ExitCode.UserWasTold, await Runs.Of(engine, graph));

        Assert.Equal("error STR505: The provider function 'aws:x:y' failed: no such function aws:x:y", Assert.Single(engine.Logs).Message);
        Assert.DoesNotContain(engine.Registrations, request => request.Name == "after");
    }

    private static ModelEngine Answering(ModelEngine engine)
    {
        engine.Invokes[Token] = new ProtoStruct { Fields = { ["names"] = ProtoValue.ForList(ProtoValue.ForString("a"), ProtoValue.ForString("b")) } };
        return engine;
    }
}
