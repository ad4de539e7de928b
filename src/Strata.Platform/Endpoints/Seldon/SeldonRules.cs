using Strata.Platform.Components;

namespace Strata.Platform.Endpoints;

/// <summary>What Seldon cannot do, and what its licence asks.</summary>
internal static class SeldonRules
{
    private const string What = "an endpoint on Seldon Core 2";

    public static void Check(SeldonEndpoint config, ComponentContext context)
    {
        if (context.IsProd && !config.Licensed)
        {
            context.Diagnostics.Add(EndpointErrors.LicenceForProduction(config.KeySpan, config.Name));
        }

        Refuse(nameof(config.Image), config.Image is not null || config.Rollout.Variants.Values.Any(variant => variant.Image is not null), "image", "Its servers are MLServer and Triton, which read models of known formats.", "Remove it and give 'framework', or use 'engine: kserve' or 'kubernetes'.");
        Refuse(nameof(config.Gateway), config.Gateway is not null, "gateway", "Its own proxy shares out requests between models.", "Remove it; with 'host' the proxy gets an ingress behind signing in.");
        Refuse(nameof(config.Framework), config.Framework is ModelFormat.Paddle or ModelFormat.Pmml, "framework", "Neither MLServer nor Triton reads it.", "Convert the model to ONNX, or use 'engine: kserve'.");
        Refuse(nameof(config.Environment), config.Environment.Count > 0, "environment", "Several models share a server, and its environment.", "Put settings into the model's own files.");
        Refuse(nameof(config.Min), config.Min == 0, "min: 0", "Its servers stand ready.", "Set 'min: 1'.");
        if (config.Framework is null)
        {
            context.Diagnostics.Add(EndpointErrors.Missing(config.KeySpan, config.Name, "framework", "It tells which of Seldon's servers reads the model.", "sklearn"));
            throw new ExpansionStoppedException();
        }

        if (config.Rollout.Variants.Count == 0 || config.Rollout.Variants.Values.Any(variant => variant.Model is null))
        {
            EndpointRules.Need(config, context, nameof(config.Model), config.Model, "Seldon's servers read the model from storage.", "models/fraud/3");
        }

        void Refuse(string property, bool asked, string word, string reason, string hint)
        {
            if (asked)
            {
                context.Diagnostics.Add(EndpointErrors.NotHad(config.SpanOf(property), word, What, reason, hint));
            }
        }
    }
}
