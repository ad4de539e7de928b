using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Endpoints;

/// <summary>How a new model takes over from the one before, or shares with it. What each engine can do is in <see cref="RolloutTable"/>.</summary>
public sealed record Rollout : ConfigRecord
{
    [Description("The way. Rolling when left out; blue-green with Ray, which cannot replace a part of a cluster.")]
    public RolloutStrategy? Strategy { get; init; }

    [Description("How many percent of the requests the new model gets in a canary, or copies of in a shadow; of the replicas that change at one time, when rolling.")]
    [Bounds(1, 100)]
    public int Percent { get; init; } = 10;

    [Description("In how many equal steps a canary grows, where the engine moves it by itself; one step to all when left out.")]
    [Bounds(1, 10)]
    public int Steps { get; init; } = 1;

    [Description("How long each step is watched, where the engine moves by itself.")]
    public Duration Interval { get; init; } = Duration.FromMinutes(10);

    [Description("What says that the new model is no good.")]
    public RolloutAlarms? Alarms { get; init; }

    [Description("The models beside the endpoint's own, by name: the canary, the green one, the shadow; of an A/B test all of them, with weights.")]
    [Pattern("^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$", "up to 20 lower-case letters, digits and dashes, beginning with a letter")]
    public IReadOnlyDictionary<string, Variant> Variants { get; init; } = new Dictionary<string, Variant>();

    [Description("Of a blue-green rollout: the variant that answers. The endpoint's own model when left out.")]
    public string? Live { get; init; }
}

/// <summary>How a new model comes to answer requests.</summary>
public enum RolloutStrategy
{
    /// <summary>Replica by replica.</summary>
    Rolling,

    /// <summary>A few requests first.</summary>
    Canary,

    /// <summary>Both stand ready, and all requests move at once.</summary>
    BlueGreen,

    /// <summary>The new one gets copies of requests, and nobody sees its answers.</summary>
    Shadow,

    /// <summary>Several share the requests for as long as the test lasts.</summary>
    Ab,
}
