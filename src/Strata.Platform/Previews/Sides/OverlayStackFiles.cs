using Strata.Platform.Stacks;
using Strata.Text;

namespace Strata.Platform.Previews;

/// <summary>Stack files as they were: those of now, except for the ones that differ.</summary>
/// <param name="now">The files of the working tree.</param>
/// <param name="differing">By path, the text that they had; null for those that did not exist.</param>
public sealed class OverlayStackFiles(IStackFiles now, IReadOnlyDictionary<string, string?> differing) : IStackFiles
{
    private readonly Lazy<IReadOnlyList<string>> _list = new(() =>
    [
        .. now.List().Where(path => !differing.ContainsKey(path))
            .Concat(differing.Where(file => file.Value is not null && IsListed(file.Key)).Select(file => file.Key))
            .Order(StringComparer.Ordinal),
    ]);

    public SourceText? Read(string path) =>
        !differing.TryGetValue(path, out var text) ? now.Read(path) : text is null ? null : new SourceText(path, text);

    public IReadOnlyList<string> List() => _list.Value;

    private static bool IsListed(string path) => RepositoryChanges.IsStackFile(path);
}
