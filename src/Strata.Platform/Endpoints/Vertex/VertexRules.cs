using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Endpoints;

/// <summary>What cannot be had for a model on Vertex AI.</summary>
internal static class VertexRules
{
    private const string What = "an endpoint on Vertex AI";

    public static void Check(VertexEndpoint config, ComponentContext context)
    {
        if (config.Mode == EndpointMode.Online && config.Min == 0)
        {
            Refuse(nameof(config.Min), "min: 0", "A deployed model keeps a machine.", "Set 'min: 1', or use 'mode: batch'.");
        }

        if (config.Machine.Tpu is not null)
        {
            Refuse(nameof(config.Machine), "tpu", "Slices of TPUs are had as nodes of a cluster here.", "Ask for a GPU, or use 'engine: kserve' on a pool with 'tpu'.");
        }

        if (config.Rollout.Alarms is { Query: not null } alarms)
        {
            context.Diagnostics.Add(EndpointErrors.NotHad(alarms.SpanOf(nameof(alarms.Query)), "query", What, "Its metrics have names of their own, and are watched by 'errorPercent' and 'latencyMs'.", "Use one of those."));
        }

        if (config.Warehouse is not null && config.Logging is null)
        {
            Refuse(nameof(config.Warehouse), "warehouse", "Nothing is written to it.", "Say how much with 'logging', or remove it.");
        }

        if (config.Mode == EndpointMode.Batch)
        {
            foreach (var property in new[] { nameof(config.Private), nameof(config.Logging) }.Where(config.IsSet))
            {
                context.Diagnostics.Add(EndpointErrors.OfOtherMode(config.SpanOf(property), PropertyNames.InFiles(property), config.Name, "batch", "online"));
            }
        }

        void Refuse(string property, string word, string reason, string hint) => context.Diagnostics.Add(EndpointErrors.NotHad(config.SpanOf(property), word, What, reason, hint));
    }
}
