using Strata.Graph;
using Strata.Pulumi;
using Strata.Pulumi.Protocol;
using Strata.Tests.Pulumi.Fakes;

namespace Strata.Tests.Pulumi.Stacks;

/// <summary>Every stack of the repository, from the engine's config to the engine, over the real wire.</summary>
public sealed class SampleStackTests
{
    public static TheoryData<string, bool> Runs
    {
        get
        {
            var runs = new TheoryData<string, bool>();
            foreach (var stack in SampleStacks.Repository.Names)
            {
                runs.Add(stack, true);
                runs.Add(stack, false);
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task The_engine_receives_what_the_command_line_shows(string stack, bool isDryRun)
    {
        var expected = SampleStacks.Repository.Expand(stack).Graph!;
        var (graph, _, secrets) = SampleStacks.FromEngine(stack);
        var engine = await SampleStacks.EngineFor(graph!, isDryRun);
        await using var wire = await WireEngine.Start(engine);

        var (exit, errors) = await WireRuns.Of(wire, engine, graph!, secrets: secrets);

        Assert.Empty(engine.Problems);
        Assert.Empty(engine.Logs.Where(log => log.Severity >= LogSeverity.Error).Select(log => log.Message));
        Assert.Equal((ExitCode.Fine, ""), (exit, errors));
        Assert.True(engine.IsShutDown);
        Assert.Equal(expected.Outputs.Select(o => o.Name).Order(), engine.Outputs[engine.Root].Fields.Keys.Order());
        Assert.Equal(
            expected.Resources.Where(r => r is not StackReference).Select(Shown).Order(),
            engine.Registrations.Where(r => r.Type != "pulumi:pulumi:Stack").Select(r => Shown(r, engine.Root)).Order());
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task No_secret_is_sent_or_logged_in_plain(string stack, bool isDryRun)
    {
        var (graph, _, secrets) = SampleStacks.FromEngine(stack);
        var engine = await SampleStacks.EngineFor(graph!, isDryRun);
        await Fakes.Runs.Of(engine, graph!, secrets: secrets);

        foreach (var secret in secrets.Values)
        {
            Assert.DoesNotContain(engine.Logs, log => log.Message.Contains(secret, StringComparison.Ordinal));
            Assert.All(engine.Registrations, r => Assert.DoesNotContain(secret, WithoutSecrets(r.Object), StringComparison.Ordinal));
        }
    }

    private static string Shown(Resource resource) =>
        $"{resource.TypeToken}::{resource.LogicalName} in {resource.ResourceOptions.Parent?.LogicalName ?? "stack"}: {string.Join(' ', resource.InputProperties.Select(p => p.Name).Order(StringComparer.Ordinal))}";

    private static string Shown(RegisterResourceRequest request, string root)
    {
        var parent = request.Parent == root ? "stack" : request.Parent.Split("::")[^1];
        return $"{request.Type}::{request.Name} in {parent}: {string.Join(' ', (request.Object?.Fields.Keys ?? []).Order(StringComparer.Ordinal))}";
    }

    /// <summary>The message's text with what stands in secret envelopes left out.</summary>
    private static string WithoutSecrets(Google.Protobuf.WellKnownTypes.Struct? message)
    {
        if (message is null)
        {
            return "";
        }

        const string Signature = "4dabf18193072939515e22adb298388d";
        const string Secret = "1b47061264138c4ac30d75fd1eb44270";
        return message.Fields.TryGetValue(Signature, out var kind) && kind.StringValue == Secret
            ? "[secret]"
            : string.Join('\n', message.Fields.Values.Select(Text));

        static string Text(Google.Protobuf.WellKnownTypes.Value value) => value switch
        {
            { StructValue: { } inner } => WithoutSecrets(inner),
            { ListValue: { } list } => string.Join('\n', list.Values.Select(Text)),
            _ => value.StringValue,
        };
    }
}
