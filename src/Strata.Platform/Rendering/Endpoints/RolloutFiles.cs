using System.Globalization;
using Strata.Platform.Endpoints;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>
/// What says whether a new model is as good as the one before, where both answer at the same time: a canary, a shadow, an A/B test. Where
/// the cloud moves the requests by itself, its alarms say so; before a rolling or blue-green rollout there is nothing to compare.
/// </summary>
internal static class RolloutFiles
{
    public static IEnumerable<RenderedFile> Render(EndpointConfig config, RenderContext context)
    {
        var strategy = config.Rollout.Strategy ?? RolloutTable.DefaultOf(context.HandleOf<EndpointHandle>(config)!.Engine, config.Mode);
        var tracks = Track.Of(config, strategy);
        if (tracks.Count < 2 || strategy == RolloutStrategy.BlueGreen)
        {
            yield break;
        }

        var metrics = RolloutMetrics.Of(config, context);
        var alarms = config.Rollout.Alarms;
        var model = new TemplateMap(
            new("name", config.Name),
            new("stack", context.Stack.Name),
            new("source", metrics.Source),
            new("server", metrics.Server),
            new("place", new TemplateMap(metrics.Place.Select(place => KeyValuePair.Create(place.Key, (TemplateValue)place.Value)))),
            new("models", new TemplateMap(tracks.Select(track => KeyValuePair.Create(SageMakerConfiguration.VariantOf(track), (TemplateValue)metrics.QueriesOf(track))))),
            new("error_percent", alarms?.ErrorPercent?.ToString(CultureInfo.InvariantCulture)),
            new("latency_ms", alarms?.LatencyMs?.ToString(CultureInfo.InvariantCulture)));
        if (context.File($"{EndpointFiles.Folder(config)}/analyse.py", "endpoints/analyse.py.sbn", model) is { } file)
        {
            yield return file;
        }
    }
}
