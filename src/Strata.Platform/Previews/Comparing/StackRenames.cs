using Strata.Yaml;

namespace Strata.Platform.Previews;

/// <summary>Notes where a new stack is an old one under another name: its resources would be made anew beside the old ones.</summary>
internal static class StackRenames
{
    private const double Alike = 0.8;

    public static IReadOnlyList<StackPreview> Note(IReadOnlyList<StackPreview> previews, RepositoryState before, RepositoryState after)
    {
        var gone = previews.Where(preview => preview.Status is PreviewStatus.Deleted).Select(preview => (preview.Name, Values: ValuesOf(before, preview.Name))).Where(stack => stack.Values.Count > 0).ToList();
        return gone.Count == 0 ? previews : [.. previews.Select(preview => preview.Status is PreviewStatus.Created ? Note(preview, gone, ValuesOf(after, preview.Name)) : preview)];
    }

    private static StackPreview Note(StackPreview preview, List<(string Name, HashSet<string> Values)> gone, HashSet<string> values)
    {
        var (name, similarity) = gone.Select(old => (old.Name, Similarity: (double)old.Values.Intersect(values).Count() / Math.Max(1, old.Values.Union(values).Count())))
            .OrderByDescending(old => old.Similarity).ThenBy(old => old.Name, StringComparer.Ordinal).First();
        return similarity < Alike ? preview : preview with
        {
            Reasons =
            [
                .. preview.Reasons,
                new AffectedReason(AffectedKind.Stack, $"It is like '{name}', which is gone. If it is that stack under another name, run 'pulumi stack rename {preview.Name} --stack {name}' before applying; cloud names that hold the stack's name change all the same.", null),
            ],
        };
    }

    private static HashSet<string> ValuesOf(RepositoryState state, string name) =>
        state.Stacks.Resolve(name)?.Resolved is { } stack ? [.. In("", stack.Config), .. In("", stack.ProviderConfig)] : [];

    private static IEnumerable<string> In(string path, YamlNode node) => node switch
    {
        YamlMapping map => map.Entries.SelectMany(entry => In($"{path}.{entry.Key.Text}", entry.Value)),
        YamlSequence list => list.Items.SelectMany(item => In($"{path}[]", item)),
        YamlScalar scalar => [$"{path}={scalar.Text}"],
        _ => [],
    };
}
