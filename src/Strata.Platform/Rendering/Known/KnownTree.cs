using Strata.Graph;
using Strata.Platform.Stacks;
using Strata.Text;

namespace Strata.Platform.Rendering;

/// <summary>Values of the graph for structured files: what follows from the stack's files is put in, as <see cref="KnownText"/> knows it.</summary>
internal static class KnownTree
{
    /// <param name="unknown">What to write for a value that cannot be known, by why not as a phrase.</param>
    public static Value Of(Value value, StackModel stack, Func<string, Value> unknown)
    {
        switch (value)
        {
            case TextValue or NumberValue or BoolValue or NullValue:
                return value;

            case ListValue list:
                return Value.List(list.Items.Select(item => Of(item, stack, unknown)));

            case ObjectValue map:
                return new ObjectValue([.. map.Properties.Select(property => property with { Value = Of(property.Value, stack, unknown) })]);

            case JsonTextValue json:
                return Graph.Formats.JsonText.Of(Of(json.Content, stack, unknown));

            default:
                var (text, why) = KnownText.Of(value, stack);
                return text is null ? unknown(why!) : (Value)text;
        }
    }

    /// <summary>The same, with what is unknown among the diagnostics.</summary>
    /// <param name="what">What needs it: "the endpoint 'score'".</param>
    public static Value Of(Value value, RenderContext context, string what, SourceSpan? at) => Of(value, context.Stack, why =>
    {
        context.Diagnostics.Add(StackRenderErrors.NotKnown(at, what, why));
        return Value.Null;
    });
}
