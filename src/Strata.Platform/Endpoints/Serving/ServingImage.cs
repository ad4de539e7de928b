using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Registries;
using Strata.Text;

namespace Strata.Platform.Endpoints;

/// <summary>The image that an endpoint's file means.</summary>
internal static class ServingImage
{
    /// <summary>An image of one of the stack's registries on the component's cloud, or on another that its clusters can pull from, or the reference as it is written.</summary>
    /// <param name="text">With a tag: <c>images:1.4</c>, <c>ghcr.io/acme/score:1.4</c>.</param>
    /// <param name="byPods">Whether pods of the stack's clusters run it, which can pull from other clouds too.</param>
    /// <exception cref="ExpansionStoppedException">It names neither; that is among the diagnostics.</exception>
    public static Input<string> Of(ComponentContext context, string text, SourceSpan? at, bool byPods = false)
    {
        if (text.Contains('/', StringComparison.Ordinal))
        {
            return text;
        }

        var name = text.Split(':', '@')[0];
        var clusters = byPods ? ClusterChoice.On(context.Stack, context.Cloud).Select(context.Expansion.Expand).OfType<ClusterHandle>().ToList() : [];
        var urls = context.Stack.Components.OfType<RegistryConfig>()
            .Where(registry => context.Stack.CloudOf(registry) == context.Cloud || clusters.Exists(cluster => RegistryPull.IsFrom(context.Stack, registry, cluster)))
            .Select(context.Expansion.Expand)
            .OfType<RegistryHandle>()
            .SelectMany(registry => registry.Urls)
            .ToList();
        if (urls.Find(url => url.Key == name).Value is { } found)
        {
            return Output.Format($"{found}{text[name.Length..]}");
        }

        context.Diagnostics.Add(EndpointErrors.NotAnImage(at, name, [.. urls.Select(url => url.Key)]));
        throw new ExpansionStoppedException();
    }
}
