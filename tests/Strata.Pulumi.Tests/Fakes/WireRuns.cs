using Strata.Graph;
using Strata.Pulumi;

namespace Strata.Tests.Pulumi.Fakes;

/// <summary>A deployment over the wire, exactly as <c>infra/</c> makes it.</summary>
internal static class WireRuns
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <param name="log">The address of another engine for the log; the monitor's own when null.</param>
    public static async Task<(int Exit, string Errors)> Of(
        WireEngine wire,
        ModelEngine engine,
        ResourceGraph graph,
        int parallel = 16,
        string? log = null,
        IReadOnlyDictionary<string, string>? secrets = null,
        CancellationToken cancellation = default)
    {
        var environment = Runs.Environment(engine, parallel) with { Monitor = wire.Address, Engine = log ?? wire.Address };
        using var errors = new StringWriter();
        using var deployment = Deployment.Connect(environment, errors);
        var exit = await deployment.RunAsync(graph, secrets ?? new Dictionary<string, string>(), cancellation).WaitAsync(Patience, CancellationToken.None);
        return (exit, errors.ToString());
    }
}
