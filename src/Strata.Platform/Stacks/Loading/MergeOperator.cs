using Strata.Diagnostics;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>What a value does to the one it meets: plain data with a <c>$</c> key, because tags are lost in the engine.</summary>
internal abstract record MergeOperator
{
    private static readonly string[] Known = ["$append", "$unset"];

    /// <summary><c>{ $append: [...] }</c></summary>
    public sealed record Append(YamlSequence Items) : MergeOperator;

    /// <summary><c>{ $unset: true }</c></summary>
    public sealed record Unset : MergeOperator;

    /// <summary>Something with a <c>$</c> key that is neither; reported.</summary>
    public sealed record Invalid : MergeOperator;

    /// <summary>Null for ordinary data.</summary>
    public static MergeOperator? Read(YamlNode node, DiagnosticBag diagnostics)
    {
        if (node is not YamlMapping mapping || FirstOperator(mapping) is not { } entry)
        {
            return null;
        }

        var (key, value) = entry;
        var problem = (key.Text, value) switch
        {
            ("$append" or "$unset", _) when mapping.Entries.Count > 1 => StackErrors.OperatorNotAlone(key.Span, key.Text),
            ("$append", YamlSequence) => null,
            ("$append", _) => StackErrors.OperatorValue(value.Span, key.Text, "the list of items to add", value.Describe()),
            ("$unset", YamlScalar { IsPlain: true, Text: "true" or "True" or "TRUE" }) => null,
            ("$unset", _) => StackErrors.OperatorValue(value.Span, key.Text, "true and nothing else", value.Describe()),
            _ => StackErrors.UnknownOperator(key.Span, key.Text, Known),
        };
        if (problem is not null)
        {
            diagnostics.Add(problem);
            return new Invalid();
        }

        return value is YamlSequence items ? new Append(items) : new Unset();
    }

    private static YamlEntry? FirstOperator(YamlMapping mapping)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key.Text.StartsWith('$'))
            {
                return entry;
            }
        }

        return null;
    }
}
