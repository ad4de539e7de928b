using System.Globalization;
using Strata.Platform.Stacks.Shapes;

namespace Strata.Platform.Stacks.Binding;

/// <summary>Values as a stack file would write them, and back. Used for defaults, which are never wrong.</summary>
internal static class ScalarText
{
    /// <summary>The value a default's text stands for.</summary>
    public static object Read(Shape shape, string text) => shape switch
    {
        BooleanShape => text == "true",
        NumberShape { IsWhole: true } => int.Parse(text, CultureInfo.InvariantCulture),
        NumberShape => double.Parse(text, CultureInfo.InvariantCulture),
        ChoiceShape choice => choice.Words.First(word => word.Key == text).Value,
        UnitShape unit => unit.Parse(text).Value ?? throw new FormatException($"The default '{text}' is not {unit.Noun}."),
        _ => text,
    };

    /// <summary>How a stack file would write a scalar; null when the value is a map, a list or nothing.</summary>
    public static string? Write(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString(CultureInfo.InvariantCulture),
        Enum choice => PropertyNames.OfChoice(choice.ToString()),
        SecretRef secret => $"{{ secret: {secret.Name} }}",
        ConfigRecord or System.Collections.IEnumerable or SecretNames => null,
        _ => value.ToString(),
    };
}
