namespace Strata.Platform.Endpoints;

/// <summary>One model that answers, or gets copies, in a rollout.</summary>
/// <param name="Variant">The variant's name; empty for the endpoint's own model.</param>
/// <param name="Model">As the file writes it; null where the image has it.</param>
/// <param name="Image">As the file writes it; null where the engine brings its own.</param>
/// <param name="Weight">Its percent of the requests; of a shadow, of the copies.</param>
internal sealed record Track(string Variant, string? Model, string? Image, int Weight)
{
    /// <summary>It gets copies, and nobody sees its answers.</summary>
    public bool IsShadow { get; init; }

    /// <summary>What to call what belongs to it: the endpoint's name, with the variant's after it.</summary>
    public string NameIn(string endpoint) => Variant.Length == 0 ? endpoint : $"{endpoint}-{Variant}";

    /// <summary>The models that a rollout takes, the endpoint's own first, then by name.</summary>
    public static IReadOnlyList<Track> Of(EndpointConfig config, RolloutStrategy strategy)
    {
        var rollout = config.Rollout;
        var variants = rollout.Variants.OrderBy(variant => variant.Key, StringComparer.Ordinal)
            .Select(variant => new Track(variant.Key, variant.Value.Model ?? config.Model, variant.Value.Image ?? config.Image, variant.Value.Weight ?? 0)).ToList();
        var own = new Track("", config.Model, config.Image, 100);
        return (strategy, variants) switch
        {
            (RolloutStrategy.Ab, _) => variants,
            (RolloutStrategy.Canary, [var canary]) => [own with { Weight = 100 - rollout.Percent }, canary with { Weight = rollout.Percent }],
            (RolloutStrategy.BlueGreen, [var green]) => [own with { Weight = rollout.Live is null ? 100 : 0 }, green with { Weight = rollout.Live is null ? 0 : 100 }],
            (RolloutStrategy.Shadow, [var shadow]) => [own, shadow with { Weight = rollout.Percent, IsShadow = true }],
            _ => [own],
        };
    }
}
