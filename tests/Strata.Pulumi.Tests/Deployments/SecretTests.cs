using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Strata.Graph;
using Strata.Pulumi;
using Strata.Pulumi.Codec;
using Strata.Pulumi.Grpc;
using Strata.Pulumi.Protocol;
using Strata.Tests.Pulumi.Fakes;
using ProtoValue = Google.Protobuf.WellKnownTypes.Value;
using Value = Strata.Graph.Value;

namespace Strata.Tests.Pulumi.Deployments;

public sealed class SecretTests
{
    /// <summary>One that looks different in JSON, in a URL and in base 64.</summary>
    private const string Configured = "pä\"ss/w0rd+&\\n-configured";

    private const string Generated = "generated-by-the-provider-1234";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_secret_is_outside_an_envelope_in_anything_that_is_sent(bool isDryRun)
    {
        var engine = new ModelEngine { IsDryRun = isDryRun };
        engine.Computed["password"] = Secret(ProtoValue.ForString(Generated));
        engine.Invokes["aws:x:login"] = new Struct { Fields = { ["token"] = ProtoValue.ForString(Generated) } };
        engine.Stacks["organization/strata/platform"] = new Struct
        {
            Fields = { ["outputs"] = ProtoValue.ForStruct(new Struct { Fields = { ["password"] = Secret(ProtoValue.ForString(Generated)) } }) },
        };
        await using var wire = await WireEngine.Start(engine);

        var (exit, errors) = await WireRuns.Of(wire, engine, Graph(), secrets: new Dictionary<string, string> { ["wandb"] = Configured });

        Assert.Equal((ExitCode.Fine, ""), (exit, errors));
        Assert.Empty(engine.Problems);
        Assert.All(wire.Messages, message => AssertHidden(message.Method, message.Message));
        Assert.Contains(wire.Messages, message => Has(message.Message, Configured));
        Assert.Contains(wire.Messages, message => Has(message.Message, Generated));
    }

    [Fact]
    public async Task A_secret_in_the_engines_own_words_is_masked()
    {
        var engine = new ModelEngine { OnRegister = (name, _) => name == "a" ? throw new GrpcException(GrpcStatus.Unknown, $"'{Configured}' is too weak") : Task.CompletedTask };
        var graph = Graphs.Of(scope => scope.Add(new Thing("a").With("key", Output.ConfigSecret("wandb"))));

        await Runs.Of(engine, graph, secrets: new Dictionary<string, string> { ["wandb"] = Configured, ["empty"] = "" });

        Assert.Equal("error STR504: The Pulumi engine did not register 'aws:s3/bucket:Bucket a': '[secret]' is too weak", Assert.Single(engine.Logs).Message);
    }

    private static ResourceGraph Graph()
    {
        var secret = Output.ConfigSecret("wandb");
        var platform = new StackReference("platform");
        var database = new Thing("database").With("password", secret).With("deep", new ValueMap { ["list"] = Value.List("x", new ValueMap { ["key"] = secret }) });
        var login = new Invoke("aws:x:login", new Property("with", secret));
        var user = new Thing("user")
            .With("url", Output.Format($"https://{secret}@{database.Out("arn")}"))
            .With("json", Output.Json(new ValueMap { ["a"] = Value.List(secret, database.Out("password")) }))
            .With("generated", database.Out("password"))
            .With("token", login.Get<string>("token"))
            .With("other", platform.GetStackOutput<string>("password"))
            .With("twice", Output.Secret<string>(Output.Format($"{secret}{platform.GetStackOutput<string>("password")}")));
        return Graphs.Of(
            scope =>
            {
                scope.Add(platform);
                scope.Use(scope.Add(new Provider("aws", "eu").With("token", secret)));
                var component = scope.AddComponent("strata:x:Database", "database");
                component.Add(database);
                component.Add(user);
                component.Component!.Export("url", Output.Format($"{secret}/{database.Out("password")}"));
            },
            Graphs.Output("password", database.Out("password")),
            Graphs.Output("all", Value.List(secret, Output.Json(Value.List(secret)))));
    }

    private static ProtoValue Secret(ProtoValue value) =>
        ProtoValue.ForStruct(new Struct { Fields = { [Signatures.Key] = ProtoValue.ForString(Signatures.Secret), ["value"] = value } });

    private static void AssertHidden(string method, byte[] message)
    {
        IMessage open = method switch
        {
            "RegisterResource" => Opened(RegisterResourceRequest.Parser.ParseFrom(message), request => request.Object),
            "RegisterResourceOutputs" => Opened(RegisterResourceOutputsRequest.Parser.ParseFrom(message), request => request.Outputs),
            "Invoke" => Opened(ResourceInvokeRequest.Parser.ParseFrom(message), request => request.Args),
            _ => new BytesValue { Value = ByteString.CopyFrom(message) },
        };
        var bytes = open.ToByteArray();
        Assert.False(Has(bytes, Configured), $"{method} holds the configured secret");
        Assert.False(Has(bytes, Generated), $"{method} holds the generated secret");
    }

    private static T Opened<T>(T message, Func<T, Struct?> values)
    {
        Empty(values(message));
        return message;
    }

    /// <summary>Takes away what is in envelopes.</summary>
    private static void Empty(Struct? map)
    {
        foreach (var value in map?.Fields.Values ?? [])
        {
            Empty(value);
        }
    }

    private static void Empty(ProtoValue value)
    {
        if (value.KindCase is ProtoValue.KindOneofCase.StructValue)
        {
            if (value.StructValue.Fields.TryGetValue(Signatures.Key, out var signature) && signature.StringValue == Signatures.Secret)
            {
                value.StructValue.Fields.Remove("value");
            }

            Empty(value.StructValue);
        }

        foreach (var item in value.ListValue?.Values ?? [])
        {
            Empty(item);
        }
    }

    /// <summary>Looks for the secret, and for its middle, in the forms that texts, JSON, URLs and base 64 give it.</summary>
    private static bool Has(byte[] bytes, string secret)
    {
        var text = Encoding.UTF8.GetString(bytes);
        string[] forms = [secret, System.Text.Json.JsonSerializer.Serialize(secret).Trim('"'), Uri.EscapeDataString(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), secret[8..18]];
        return forms.Any(form => text.Contains(form, StringComparison.Ordinal));
    }
}
