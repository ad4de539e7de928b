namespace Strata.Platform.Workflows;

/// <summary>The comparisons in a condition, from left to right.</summary>
internal static class Comparisons
{
    public static IEnumerable<Comparison> In(Condition condition) => condition switch
    {
        Comparison comparison => [comparison],
        AllOf all => all.Conditions.SelectMany(In),
        AnyOf any => any.Conditions.SelectMany(In),
        Not not => In(not.Inner),
        _ => [],
    };
}
