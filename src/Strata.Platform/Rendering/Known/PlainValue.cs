using Strata.Graph;
using Strata.Platform.Delivery;
using Strata.Text;

namespace Strata.Platform.Rendering;

/// <summary>A value of the graph as it stands in a file: nothing in it is secret, or known only later.</summary>
internal static class PlainValue
{
    /// <summary>Null after a problem, which is among the diagnostics.</summary>
    /// <param name="what">Whose it is: "the manifest of 'lake'".</param>
    public static ValueMap? Of(ObjectValue map, string what, SourceSpan? at, RenderContext context)
    {
        var before = context.Diagnostics.ErrorCount;
        var plain = (ValueMap)[];
        foreach (var (name, value) in map.Properties)
        {
            plain[name] = Of(value);
        }

        return context.Diagnostics.ErrorCount == before ? plain : null;

        Value? Of(Value value)
        {
            switch (value)
            {
                case NullValue:
                    return null;
                case ObjectValue inner:
                    var properties = new ValueMap();
                    foreach (var property in inner.Properties)
                    {
                        properties[property.Name] = Of(property.Value);
                    }

                    return properties;
                case ListValue list:
                    return Value.List(list.Items.Select(Of).OfType<Value>());
                case JsonTextValue { IsKnown: true } json:
                    return Graph.Formats.JsonText.Of(json.Content);

                // The schema calls all of a Secret's texts secret; those in the graph are the ones that are none.
                case SecretValue secret:
                    return Of(secret.Content);
                case ConfigSecretValue secret:
                    context.Diagnostics.Add(GitOpsErrors.SecretInFile(at, what, secret.Name));
                    return null;
                case ReferenceValue or InterpolatedValue or JsonTextValue or InvokeValue or StackOutputValue:
                    return context.KnownValue(value, what, at) is { } text ? (Value)text : null;
                default:
                    return value;
            }
        }
    }
}
