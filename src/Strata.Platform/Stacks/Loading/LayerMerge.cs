using Strata.Diagnostics;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>
/// Merges maps in order, later wins: maps go together key by key, lists and single values replace, <c>$append</c> and
/// <c>$unset</c> do what they say, and a value never changes its kind. Keys keep the order they first came in. Without operators
/// the merge is associative; each value is looked at a fixed number of times, so the cost is the size of the layers.
/// </summary>
internal sealed class LayerMerge(DiagnosticBag diagnostics)
{
    /// <param name="span">The place of the result.</param>
    public static YamlMapping Merge(IEnumerable<YamlMapping> layers, SourceSpan span, DiagnosticBag diagnostics)
    {
        var merge = new LayerMerge(diagnostics);
        var root = new MergedMap();
        foreach (var layer in layers)
        {
            merge.AddAll(root, layer);
        }

        return new YamlMapping(span, merge.Finish(root));
    }

    private void AddAll(MergedMap map, YamlMapping layer)
    {
        foreach (var entry in layer.Entries)
        {
            var (key, value) = entry;
            var inherited = map.Find(key.Text);
            switch (MergeOperator.Read(value, diagnostics))
            {
                case null when inherited is null:
                    map.Add(key, value);
                    break;
                case null:
                    Meet(inherited, key, value);
                    break;
                case MergeOperator.Append append when inherited is null:
                    map.Add(key, append.Items);
                    break;
                case MergeOperator.Append append:
                    Append(inherited, key, append.Items);
                    break;
                case MergeOperator.Unset when inherited is null:
                    diagnostics.Add(StackErrors.NothingToUnset(value.Span, key.Text));
                    break;
                case MergeOperator.Unset:
                    map.Remove(key.Text);
                    break;
            }
        }
    }

    private void Meet(MergedValue inherited, YamlScalar key, YamlNode value)
    {
        if (inherited.IsNull)
        {
            inherited.Replace(key, value);
        }
        else if (value is YamlScalar { IsNull: true })
        {
            diagnostics.Add(StackErrors.NullOverride(value.Span, key.Text, inherited.Value.Span));
        }
        else if (value is YamlMapping layer && inherited.Value is YamlMapping first)
        {
            var joined = inherited.Map ?? Open(first);
            AddAll(joined, layer);
            inherited.Join(key, layer, joined);
        }
        else
        {
            if (KindOf(value) != KindOf(inherited.Value))
            {
                diagnostics.Add(StackErrors.KindChanged(value.Span, key.Text, KindOf(value), KindOf(inherited.Value), inherited.Value.Span));
            }

            inherited.Replace(key, value);
        }
    }

    private void Append(MergedValue inherited, YamlScalar key, YamlSequence items)
    {
        if (inherited.IsNull)
        {
            inherited.Replace(key, items);
        }
        else if (inherited.Value is YamlSequence)
        {
            inherited.Append(key, items);
        }
        else
        {
            diagnostics.Add(StackErrors.AppendToOther(items.Span, key.Text, KindOf(inherited.Value), inherited.Value.Span));
        }
    }

    private MergedMap Open(YamlMapping first)
    {
        var map = new MergedMap();
        AddAll(map, first);
        return map;
    }

    private List<YamlEntry> Finish(MergedMap map) => [.. map.Values.Select(value => new YamlEntry(value.Key, Finish(value)))];

    private YamlNode Finish(MergedValue value) => value switch
    {
        { Map: { } map } => new YamlMapping(value.Value.Span, Finish(map)),
        { Items: { } items } => new YamlSequence(value.Value.Span, FinishItems(items)),
        _ => Finish(value.Value),
    };

    /// <summary>A value that only one layer gave may still have operators inside, which then have nothing to act on.</summary>
    private YamlNode Finish(YamlNode node) => node switch
    {
        YamlMapping mapping when HasOperators(mapping) =>
            new YamlMapping(mapping.Span, Finish(Open(mapping))) { Tag = mapping.Tag, AliasSite = mapping.AliasSite },
        YamlSequence sequence when sequence.Items.Any(HasOperators) =>
            new YamlSequence(sequence.Span, FinishItems(sequence.Items)) { Tag = sequence.Tag, AliasSite = sequence.AliasSite },
        _ => node,
    };

    private List<YamlNode> FinishItems(IReadOnlyList<YamlNode> items)
    {
        var finished = new List<YamlNode>(items.Count);
        foreach (var item in items)
        {
            switch (MergeOperator.Read(item, diagnostics))
            {
                case null:
                    finished.Add(Finish(item));
                    break;
                case not MergeOperator.Invalid:
                    diagnostics.Add(StackErrors.OperatorInList(item.Span));
                    break;
            }
        }

        return finished;
    }

    private static bool HasOperators(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.Any(e => e.Key.Text.StartsWith('$') || HasOperators(e.Value)),
        YamlSequence sequence => sequence.Items.Any(HasOperators),
        _ => false,
    };

    private static string KindOf(YamlNode node) => node switch
    {
        YamlMapping => "a map",
        YamlSequence => "a list",
        _ => "a single value",
    };
}
