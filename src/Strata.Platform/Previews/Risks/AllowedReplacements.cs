using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Previews;

/// <summary>The entries of a stack's <c>allowReplace</c>: components as <c>storage.lake</c>, resources as <c>aws:s3/bucket:Bucket::lake</c>.</summary>
internal sealed class AllowedReplacements(IReadOnlyList<string> entries)
{
    public static AllowedReplacements Of(StackModel? stack) => new(stack?.Config.AllowReplace ?? []);

    public bool Names(Resource resource) => entries.Contains(ResourceKey.Of(resource)) || (ComponentPath.Of(resource) is { } path && entries.Contains(path));

    /// <summary>The entry that would name a resource.</summary>
    public static string EntryFor(Resource resource) => ComponentPath.Of(resource) ?? ResourceKey.Of(resource);
}
