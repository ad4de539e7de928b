using System.Buffers;
using Strata.Platform.Stacks;

namespace Strata.Platform.Previews;

/// <summary>
/// The texts below <c>stacks/</c>, searched for names without parsing: which files could name a fragment or a stack. It errs on the
/// side of too many.
/// </summary>
internal sealed class StackTexts(IStackFiles files)
{
    private readonly Lazy<IReadOnlyList<(string Path, string Text)>> _texts = new(() =>
        [.. files.List().AsParallel().AsOrdered().Select(path => (path, files.Read(path)?.Content ?? ""))]);

    /// <summary>The paths of files that mention one of the names, or write text with escapes that could hide one.</summary>
    public IReadOnlyList<string> Mentioning(IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
        {
            return [];
        }

        var search = SearchValues.Create([.. names, "\\u", "\\x", "\\U"], StringComparison.Ordinal);
        return [.. _texts.Value.AsParallel().AsOrdered().Where(file => file.Text.AsSpan().ContainsAny(search)).Select(file => file.Path)];
    }
}
