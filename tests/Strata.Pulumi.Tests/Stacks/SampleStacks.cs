using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;
using Strata.Platform.Tests.Stacks;
using Strata.Pulumi;
using Strata.Tests.Pulumi.Fakes;
using Value = Google.Protobuf.WellKnownTypes.Value;

namespace Strata.Tests.Pulumi.Stacks;

/// <summary>The repository's stacks as the engine hands them to the program.</summary>
internal static class SampleStacks
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Struct>>> Outputs = new();

    public static StackRepository Repository { get; } = new(new CaseFolder("stacks"));

    public static EngineStack FromEngine(string stack)
    {
        var (config, secretKeys) = PulumiEngine.Read(new CaseFolder("stacks").Read($"stacks/Pulumi.{stack}.yaml")!.Content);
        return Repository.ExpandFromEngine(stack, config, secretKeys);
    }

    /// <summary>An engine in which the stacks that this one reads are up.</summary>
    public static async Task<ModelEngine> EngineFor(ResourceGraph graph, bool isDryRun)
    {
        var engine = new ModelEngine { IsDryRun = isDryRun };
        GraphAnswers.Add(engine, graph);
        foreach (var reference in graph.Resources.OfType<StackReference>())
        {
            engine.Stacks[$"organization/{ModelEngine.Project}/{reference.Stack}"] = await Outputs.GetOrAdd(reference.Stack, name => new Lazy<Task<Struct>>(() => Up(name))).Value;
        }

        return engine;
    }

    private static async Task<Struct> Up(string stack)
    {
        var (graph, diagnostics, secrets) = FromEngine(stack);
        Assert.DoesNotContain(diagnostics, d => d.Severity == Severity.Error);
        var engine = await EngineFor(graph!, isDryRun: false);
        Assert.Equal(ExitCode.Fine, await Runs.Of(engine, graph!, secrets: secrets));
        return new Struct { Fields = { ["outputs"] = Value.ForStruct(engine.Outputs[engine.Root]) } };
    }
}
