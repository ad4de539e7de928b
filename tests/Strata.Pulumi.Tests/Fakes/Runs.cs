using Strata.Graph;
using Strata.Pulumi;

namespace Strata.Tests.Pulumi.Fakes;

/// <summary>A deployment against the model engine, without a wire between them.</summary>
internal static class Runs
{
    public static EngineEnvironment Environment(ModelEngine engine, int parallel = 16) => new()
    {
        Monitor = "127.0.0.1:1",
        Engine = "127.0.0.1:1",
        Project = ModelEngine.Project,
        Stack = ModelEngine.Stack,
        DryRun = engine.IsDryRun,
        Parallel = parallel,
    };

    public static async Task<int> Of(
        ModelEngine engine,
        ResourceGraph graph,
        int parallel = 16,
        IReadOnlyDictionary<string, string>? secrets = null,
        TextWriter? errors = null,
        CancellationToken cancellation = default)
    {
        using var deployment = new Deployment(Environment(engine, parallel), engine, errors ?? TextWriter.Null);
        return await deployment.RunAsync(graph, secrets ?? new Dictionary<string, string>(), cancellation);
    }

    /// <summary>A run that must go well.</summary>
    public static async Task<ModelEngine> Good(ModelEngine engine, ResourceGraph graph, IReadOnlyDictionary<string, string>? secrets = null)
    {
        var exit = await Of(engine, graph, secrets: secrets);
        Assert.Empty(engine.Problems);
        Assert.Empty(engine.Logs.Select(log => log.Message));
        Assert.Equal(ExitCode.Fine, exit);
        Assert.True(engine.IsShutDown);
        return engine;
    }
}
