using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Endpoints;

/// <summary>What is wrong with an endpoint on any engine.</summary>
internal static class EndpointRules
{
    /// <summary>The strategy of an endpoint that can be made.</summary>
    /// <param name="metrics">What the engine can add replicas by; empty where it decides by itself.</param>
    /// <exception cref="ExpansionStoppedException">It cannot; why is among the diagnostics.</exception>
    public static RolloutStrategy Check(EndpointConfig config, ComponentContext context, string engine, params ScalingMetric[] metrics)
    {
        var strategy = RolloutRules.Check(config, context, engine);
        if (config.Min > config.Max && config.Mode == EndpointMode.Online)
        {
            context.Diagnostics.Add(EndpointErrors.MinAboveMax(config.SpanOf(nameof(config.Min)), config.Name, config.Min, config.Max));
        }

        var isBatch = config.Mode == EndpointMode.Batch;
        string[] ofOther = isBatch ? [nameof(config.Min), nameof(config.Scaling)] : [nameof(config.Schedule), nameof(config.Input), nameof(config.Output)];
        foreach (var property in ofOther.Where(config.IsSet))
        {
            context.Diagnostics.Add(EndpointErrors.OfOtherMode(config.SpanOf(property), PropertyNames.InFiles(property), config.Name, RolloutRules.Word(config.Mode), isBatch ? "online" : "batch"));
        }

        if (isBatch && config.Rollout.Alarms is not null)
        {
            context.Diagnostics.Add(EndpointErrors.OfOtherMode(config.Rollout.SpanOf(nameof(config.Rollout.Alarms)), "alarms", config.Name, "batch", "online"));
        }

        if (isBatch)
        {
            Need(nameof(config.Input), config.Input, "A batch run works through files.", "batches/in");
            Need(nameof(config.Output), config.Output, "A batch run leaves its answers somewhere.", "batches/out");
        }

        if (config.Scaling is { } scaling && !isBatch && !metrics.Contains(scaling.Metric))
        {
            context.Diagnostics.Add(EndpointErrors.NotHad(
                scaling.SpanOf(nameof(scaling.Metric)), "metric: " + RolloutRules.Word(scaling.Metric), $"an endpoint of the engine '{engine}'",
                metrics.Length == 0 ? "It decides by itself how many replicas there are." : $"It adds replicas by {string.Join(" or ", metrics.Select(RolloutRules.Word))}.",
                metrics.Length == 0 ? "Remove 'scaling'." : $"Use 'metric: {RolloutRules.Word(metrics[0])}'."));
        }

        return strategy;

        void Need(string property, string? value, string reason, string example)
        {
            if (value is null)
            {
                context.Diagnostics.Add(EndpointErrors.Missing(config.KeySpan, config.Name, PropertyNames.InFiles(property), reason, example));
            }
        }
    }

    /// <summary>Reports what only some engines can do without.</summary>
    public static void Need(EndpointConfig config, ComponentContext context, string property, string? value, string reason, string example)
    {
        if (value is null)
        {
            context.Diagnostics.Add(EndpointErrors.Missing(config.KeySpan, config.Name, PropertyNames.InFiles(property), reason, example));
            throw new ExpansionStoppedException();
        }
    }
}
