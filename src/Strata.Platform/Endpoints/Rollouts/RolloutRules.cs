using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Endpoints;

/// <summary>What is wrong with an endpoint's rollout, by the table of what its engine can do.</summary>
internal static class RolloutRules
{
    /// <summary>The strategy of a rollout that can be done.</summary>
    /// <exception cref="ExpansionStoppedException">It cannot; why is among the diagnostics.</exception>
    public static RolloutStrategy Check(EndpointConfig config, ComponentContext context, string engine)
    {
        var rollout = config.Rollout;
        var strategy = rollout.Strategy ?? RolloutTable.DefaultOf(engine, config.Mode);
        var at = rollout.SpanOf(nameof(rollout.Strategy)) ?? config.KeySpan;
        switch (RolloutTable.Find(engine, config.Mode, strategy))
        {
            case RolloutRefused refused:
                context.Diagnostics.Add(EndpointErrors.RolloutNotDone(at, engine, Word(config.Mode), Word(strategy), refused.Reason, refused.Nearest));
                throw new ExpansionStoppedException();

            case RolloutDone done when !HasItsVariants(config, context, engine, strategy, done.Variants):
                throw new ExpansionStoppedException();

            case RolloutDone done:
                CheckMeaning(config, context, engine, strategy, done);
                return strategy;

            default:
                throw new InvalidOperationException($"The table says nothing of {engine}, {config.Mode}, {strategy}.");
        }
    }

    private static bool HasItsVariants(EndpointConfig config, ComponentContext context, string engine, RolloutStrategy strategy, VariantRule rule)
    {
        var rollout = config.Rollout;
        var at = rollout.SpanOf(nameof(rollout.Variants)) ?? config.KeySpan;
        var (fits, wanted, hint) = rule switch
        {
            VariantRule.None => (rollout.Variants.Count == 0, "no variants", "Change 'model' itself, and remove 'variants'."),
            VariantRule.One => (rollout.Variants.Count == 1, "exactly one variant beside the endpoint's own model", "Add it: 'variants: { next: { model: models/4 } }'."),
            _ => (rollout.Variants.Count >= 2, "two variants or more", "Add them with their weights: 'variants: { a: { model: models/3, weight: 50 }, b: { model: models/4, weight: 50 } }'."),
        };
        if (!fits)
        {
            context.Diagnostics.Add(EndpointErrors.WrongVariants(at, Word(strategy), engine, wanted, rollout.Variants.Count, hint));
            return false;
        }

        if (rule == VariantRule.TwoOrMore && rollout.Variants.Values.Sum(variant => variant.Weight ?? 0) is var sum && (sum != 100 || rollout.Variants.Values.Any(variant => variant.Weight is null)))
        {
            context.Diagnostics.Add(EndpointErrors.WeightsDoNotSum(at, config.Name, sum));
            return false;
        }

        return true;
    }

    private static void CheckMeaning(EndpointConfig config, ComponentContext context, string engine, RolloutStrategy strategy, RolloutDone done)
    {
        var rollout = config.Rollout;
        if (strategy == RolloutStrategy.Canary && rollout.Alarms is null)
        {
            context.Diagnostics.Add(done.MovesItself
                ? EndpointErrors.CanaryWithoutAlarm(rollout.SpanOf(nameof(rollout.Strategy)), config.Name)
                : EndpointErrors.CanaryUnwatched(rollout.SpanOf(nameof(rollout.Strategy)), config.Name));
        }

        if (rollout.Live is { } live && done.Variants == VariantRule.One && strategy == RolloutStrategy.BlueGreen && !rollout.Variants.ContainsKey(live))
        {
            context.Diagnostics.Add(EndpointErrors.UnknownLive(rollout.SpanOf(nameof(rollout.Live)), live, [.. rollout.Variants.Keys]));
        }

        Refuse(nameof(rollout.Live), !(strategy == RolloutStrategy.BlueGreen && done.Variants == VariantRule.One), "Only a blue-green rollout between two models in the file has one that is live.");
        Refuse(nameof(rollout.Steps), !(strategy == RolloutStrategy.Canary && done.MovesItself), "Steps are taken by an engine that moves the requests by itself.");
        Refuse(nameof(rollout.Interval), !(engine == RolloutTable.SageMaker && strategy is RolloutStrategy.Canary or RolloutStrategy.BlueGreen or RolloutStrategy.Rolling), "It is how long an engine waits that moves the requests by itself.");
        Refuse(nameof(rollout.Percent), !(strategy is RolloutStrategy.Canary or RolloutStrategy.Shadow || (engine == RolloutTable.SageMaker && strategy == RolloutStrategy.Rolling)), "Nothing here has a percentage.");
        foreach (var (name, variant) in rollout.Variants.Where(variant => variant.Value.Weight is not null && strategy != RolloutStrategy.Ab))
        {
            context.Diagnostics.Add(EndpointErrors.NotHad(variant.SpanOf(nameof(variant.Weight)), "weight", $"the variant '{name}' of '{Word(strategy)}'", "Weights are for A/B tests.", "Remove it; 'percent' of the rollout says how much it gets."));
        }

        void Refuse(string property, bool means, string reason)
        {
            if (means && rollout.IsSet(property))
            {
                context.Diagnostics.Add(EndpointErrors.NotHad(rollout.SpanOf(property), PropertyNames.InFiles(property), $"'{Word(strategy)}' with the engine '{engine}'", reason, "Remove it."));
            }
        }
    }

    public static string Word<T>(T choice)
        where T : struct, Enum => PropertyNames.OfChoice(choice.ToString());
}
