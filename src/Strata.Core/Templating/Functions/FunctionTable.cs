namespace Strata.Templating;

/// <summary>All functions of the language, by name.</summary>
internal static class FunctionTable
{
    private static readonly Dictionary<string, TemplateFunction> Functions =
        ((TemplateFunction[])[.. StringFunctions.All, .. ArrayFunctions.All, .. MathFunctions.All, .. ObjectFunctions.All, .. FormatFunctions.All])
        .ToDictionary(function => function.Name);

    public static readonly IReadOnlyCollection<string> Names = [.. Functions.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What stands before the point: <c>string</c> of <c>string.upcase</c>.</summary>
    public static readonly IReadOnlySet<string> Groups = Names.Where(name => name.Contains('.', StringComparison.Ordinal)).Select(name => name.Split('.')[0]).ToHashSet();

    public static IEnumerable<TemplateFunction> All => Functions.Values;

    public static TemplateFunction? Find(string name) => Functions.GetValueOrDefault(name);
}
