using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies;

/// <summary>Reads AWS policy documents.</summary>
internal static class Statements
{
    /// <summary>The statements that allow something, with their place.</summary>
    public static IEnumerable<(Value Statement, string Path)> Allowing(Value? document, string path)
    {
        var items = document.At("Statement").AsItems();
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].At("Effect").AsText() == "Allow")
            {
                yield return (items[i], string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}.Statement[{i}]"));
            }
        }
    }

    /// <summary>Whether a statement is about everybody: <c>*</c>, or <c>{ AWS: * }</c>.</summary>
    public static bool IsForEverybody(Value statement) =>
        statement.At("Principal") is { } principal
        && (principal.AsText() == "*" || principal.At("AWS").AsItems().Any(item => item.AsText() == "*"));

    public static bool HasCondition(Value statement) => statement.At("Condition") is ObjectValue { Properties.Length: > 0 };

    public static bool Has(Value statement, string property, Func<string, bool> test) =>
        statement.At(property).AsItems().Any(item => item.AsText() is { } text && test(text));
}
