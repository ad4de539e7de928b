using Strata.Graph;
using Strata.Platform.Storage;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>Where experiments and versions of data go, for people who run things on machines that the stack does not make.</summary>
internal static class TrackingFiles
{
    public static IEnumerable<RenderedFile> Render(RenderContext context)
    {
        var settings = context.Expanded.Tracking;
        if (context.Stack.Config.Tracking is not null)
        {
            var model = new TemplateMap(
                new("variables", new TemplateMap(Environment(context).Select(variable => KeyValuePair.Create(variable.Key, (TemplateValue)variable.Value)))),
                new("secrets", new TemplateMap(settings.Secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal).Select(secret => KeyValuePair.Create(secret.Key, (TemplateValue)secret.Value.Name)))));
            if (context.File("tracking.env", "tracking/tracking.env.sbn", model) is { } file)
            {
                yield return file;
            }
        }

        if (settings.DataRemote is { } remote && context.Known(remote, "the place of versions of data", context.Stack.Config.DataVersioning!.KeySpan) is { } url)
        {
            var model = new TemplateMap(new("url", url), new("options", new TemplateMap(Options(context))));
            if (context.File(".dvc/config", "tracking/dvc-config.sbn", model) is { } file)
            {
                yield return file;
            }

            yield return new RenderedFile(".dvc/.gitignore", "/config.local\n/tmp\n/cache\n", "tracking/dvc-gitignore");
        }
    }

    /// <summary>The variables that hold no secret, by name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Environment(RenderContext context)
    {
        List<KeyValuePair<string, string>> variables = [];
        foreach (var (name, value) in ((IEnumerable<Property>)context.Expanded.Tracking.Environment).OrderBy(variable => variable.Name, StringComparer.Ordinal))
        {
            if (context.KnownValue(value, $"the variable {name} of tracking", context.Stack.Config.Tracking?.KeySpan) is { } text)
            {
                variables.Add(new(name, text));
            }
        }

        return variables;
    }

    /// <summary>What DVC has to know of the store besides its address (DVC's manual, "Remote storage": Amazon S3, Google Cloud Storage).</summary>
    private static IEnumerable<KeyValuePair<string, TemplateValue>> Options(RenderContext context)
    {
        var named = context.Stack.Config.DataVersioning!.Remote?.Name;
        var store = context.Stack.Components.OfType<ObjectStore>().First(store => named is null || store.Name == named);
        switch (context.HandleOf<ObjectStoreHandle>(store))
        {
            case AwsObjectStoreHandle:
                yield return new("region", context.Stack.Providers.AwsRegion);
                break;
            case GcpObjectStoreHandle:
                yield return new("projectname", context.Stack.Providers.GcpProject);
                break;
            case KubernetesObjectStoreHandle cluster:
                yield return new("endpointurl", cluster.Server.Endpoint);
                break;
        }
    }
}
