using System.Globalization;
using Strata.Generator.Model;

namespace Strata.Generator.Emitting;

/// <summary>What the doc comment of a property says: what its C# type cannot.</summary>
internal static class PropertyDocs
{
    // Longer lists (instance types, regions) say little and grow with every provider release.
    private const int MostValues = 12;

    public static string Of(PropertyModel property) => string.Join(' ', Sentences(property));

    private static IEnumerable<string> Sentences(PropertyModel property)
    {
        if (property.Values.Count is > 0 and <= MostValues)
        {
            yield return $"Known values: {string.Join(", ", property.Values)}.";
        }

        switch (property.Min, property.Max)
        {
            case ({ } min, { } max):
                yield return $"From {Number(min)} to {Number(max)}.";
                break;
            case ({ } min, null):
                yield return $"At least {Number(min)}.";
                break;
            case (null, { } max):
                yield return $"At most {Number(max)}.";
                break;
        }

        if (property.Secret)
        {
            yield return "Secret.";
        }

        if (property.Deprecated)
        {
            yield return "Deprecated by the provider.";
        }

        switch (property.Replace)
        {
            case Replacement.Always when property.Type.BlockId is not null:
                yield return "Adding or removing it replaces the resource.";
                break;
            case Replacement.Always:
                yield return "A change replaces the resource.";
                break;
            case Replacement.Sometimes:
                yield return "Some changes replace the resource.";
                break;
        }
    }

    private static string Number(double number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
