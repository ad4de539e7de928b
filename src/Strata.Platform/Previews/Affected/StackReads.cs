using Strata.Platform.Stacks;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Previews;

/// <summary>The stacks of the repository whose outputs a stack reads: every <c>from:</c> in it.</summary>
internal static class StackReads
{
    public static IReadOnlyDictionary<string, SourceSpan> Of(ResolvedStack stack)
    {
        var reads = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        Add(stack.Config, reads);
        return reads;
    }

    private static void Add(YamlNode node, Dictionary<string, SourceSpan> reads)
    {
        switch (node)
        {
            case YamlMapping map:
                foreach (var (key, value) in map.Entries)
                {
                    if (key.Text == "from" && value is YamlScalar { Text: var text } && StackSource.TryParse(text, out var source, out _) && source.IsLocal)
                    {
                        reads.TryAdd(source.Stack, value.Span);
                    }

                    Add(value, reads);
                }

                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    Add(item, reads);
                }

                break;
        }
    }
}
