using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Strata.Graph;

namespace Strata.Planning;

/// <summary>By what to call the elements of a list that differ within, where places say little: by an identity that only one of them has.</summary>
public sealed partial class ElementNames(ImmutableArray<Value> after)
{
    private ILookup<string, string>? _known;

    private ILookup<string, string> Known => _known ??= after.Select(ElementIdentity.Of).OfType<string>().ToLookup(name => name, StringComparer.Ordinal);

    /// <returns>Null for an element that came or went, which is shown whole; for one without a name, and with one that does not read as a name.</returns>
    public string? Of(ElementPair pair) =>
        pair is { Before: >= 0, After: >= 0 } && ElementIdentity.Of(after[pair.After]) is { } name && Known[name].Count() == 1 && Name().IsMatch(name) ? name : null;

    [GeneratedRegex(@"^[A-Za-z_][\w./-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
