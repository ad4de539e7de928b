namespace Strata.Pulumi.Engine;

/// <summary>What the engine understands; each came with some version of the Pulumi CLI.</summary>
/// <param name="Secrets">Values marked as secret.</param>
/// <param name="ResourceReferences">Resources as values.</param>
/// <param name="OutputValues">Values that are both unknown and secret.</param>
/// <param name="AliasSpecs">Aliases by name, type and parent.</param>
internal sealed record EngineFeatures(bool Secrets, bool ResourceReferences, bool OutputValues, bool AliasSpecs)
{
    public static async Task<EngineFeatures> AskAsync(IEngine engine, CancellationToken cancellation)
    {
        string[] ids = ["secrets", "resourceReferences", "outputValues", "aliasSpecs"];
        var answers = await Task.WhenAll(ids.Select(id => engine.SupportsFeatureAsync(id, cancellation))).ConfigureAwait(false);
        return new EngineFeatures(answers[0], answers[1], answers[2], answers[3]);
    }
}
