using Strata.Graph;

namespace Strata.Platform.Tests.Clusters;

/// <summary>The kinds of values inside a value.</summary>
internal static class ValueKinds
{
    public static string Of(Value value) => value.GetType().Name + " " + value switch
    {
        SecretValue secret => Of(secret.Content),
        JsonTextValue json => Of(json.Content),
        ListValue list => string.Concat(list.Items.Select(Of)),
        ObjectValue map => string.Concat(map.Properties.Select(property => Of(property.Value))),
        InterpolatedValue text => string.Concat(text.Parts.Select(Of)),
        _ => "",
    };
}
