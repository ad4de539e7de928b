using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.ModelStores;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Tracking;

/// <summary>What whatever the team runs gets in its environment, so that its experiments and its data's versions end up in the right place.</summary>
/// <param name="Environment">Variables with values that are no secret.</param>
/// <param name="Secrets">Variables whose values are secrets of the stack, by the secret's name.</param>
/// <param name="DataRemote">Where versions of data are pushed to: <c>s3://…</c>; null where they are not kept.</param>
internal sealed record TrackingSettings(ValueMap Environment, IReadOnlyList<KeyValuePair<string, SecretRef>> Secrets, Input<string>? DataRemote)
{
    public static TrackingSettings Of(StackExpansion expansion)
    {
        var (environment, secrets) = expansion.Stack.Config.Tracking switch
        {
            null => (new ValueMap(), []),
            { Engine: TrackingEngine.Mlflow } mlflow => Mlflow(mlflow, expansion),
            { } service => Service(service, expansion),
        };
        return new TrackingSettings(environment, secrets, expansion.Stack.Config.DataVersioning is { } versions ? Remote(versions, expansion) : null);
    }

    /// <summary>What the stack gives out of them; nothing secret.</summary>
    public ValueMap Outputs
    {
        get
        {
            var outputs = new ValueMap { ["dataRemote"] = DataRemote?.Value };
            foreach (var (name, value) in (IEnumerable<Property>)Environment)
            {
                outputs[name] = value;
            }

            return outputs;
        }
    }

    private static (ValueMap, IReadOnlyList<KeyValuePair<string, SecretRef>>) Mlflow(TrackingConfig config, StackExpansion expansion)
    {
        foreach (var property in (string[])[nameof(config.Entity), nameof(config.Url), nameof(config.ApiKey)])
        {
            if (config.IsSet(property))
            {
                expansion.Diagnostics.Add(TrackingErrors.MeansNothing(config.SpanOf(property), PropertyNames.InFiles(property), "mlflow"));
            }
        }

        List<MlflowConfig> servers = [.. expansion.Stack.Components.OfType<MlflowConfig>().OrderBy(server => server.Name, StringComparer.Ordinal)];
        var server = config.Store is { } named ? servers.Find(one => one.Name == named.Name) : servers is [var only] ? only : null;
        if (server is null && config.Store is null)
        {
            expansion.Diagnostics.Add(TrackingErrors.NoServer(config.KeySpan, [.. servers.Select(one => one.Name)]));
        }

        return server is not null && expansion.Expand(server) is MlflowHandle handle
            ? (new() { ["MLFLOW_TRACKING_URI"] = handle.Uri, ["MLFLOW_EXPERIMENT_NAME"] = config.Project ?? expansion.Stack.Config.Team }, [])
            : (new(), []);
    }

    /// <summary>Variables as the makers' own clients read them (docs.wandb.ai, "Environment variables"; comet.com/docs, "Configure the SDK"; 2026-11-26).</summary>
    private static (ValueMap, IReadOnlyList<KeyValuePair<string, SecretRef>>) Service(TrackingConfig config, StackExpansion expansion)
    {
        var isWandb = config.Engine == TrackingEngine.Wandb;
        var word = PropertyNames.OfChoice(config.Engine.ToString());
        if (config.Store is not null)
        {
            expansion.Diagnostics.Add(TrackingErrors.MeansNothing(config.SpanOf(nameof(config.Store)), "store", word));
        }

        if (config.Entity is null)
        {
            expansion.Diagnostics.Add(TrackingErrors.NoEntity(config.KeySpan, word, isWandb ? "team" : "workspace"));
        }

        if (config.ApiKey is not { } key)
        {
            expansion.Diagnostics.Add(TrackingErrors.NoKey(config.KeySpan, word));
            return (new(), []);
        }

        var environment = new ValueMap
        {
            [isWandb ? "WANDB_ENTITY" : "COMET_WORKSPACE"] = config.Entity,
            [isWandb ? "WANDB_PROJECT" : "COMET_PROJECT_NAME"] = config.Project ?? expansion.Stack.Config.Team,
            [isWandb ? "WANDB_BASE_URL" : "COMET_URL_OVERRIDE"] = config.Url is null ? null : (Value)(isWandb ? config.Url : $"{config.Url}/clientlib/"),
        };
        return (environment, [new(isWandb ? "WANDB_API_KEY" : "COMET_API_KEY", key)]);
    }

    private static Output<string>? Remote(DataVersioningConfig config, StackExpansion expansion)
    {
        List<ObjectStore> stores = [.. expansion.Stack.Components.OfType<ObjectStore>().OrderBy(store => store.Name, StringComparer.Ordinal)];
        var store = config.Remote is { } named ? stores.Find(one => one.Name == named.Name) : stores is [var only] ? only : null;
        if (store is null && config.Remote is null)
        {
            expansion.Diagnostics.Add(TrackingErrors.NoRemote(config.KeySpan, [.. stores.Select(one => one.Name)]));
        }

        return store is not null && expansion.Expand(store) is ObjectStoreHandle handle ? Output.Format($"{handle.Url}/{config.Path}") : null;
    }
}
