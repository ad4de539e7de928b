namespace Strata.Templating;

/// <summary>How much one rendering may ask for: a template of a team must not be able to hold up everybody's build.</summary>
/// <param name="Characters">The length of one template, in UTF-16 units.</param>
/// <param name="Depth">Expressions or blocks inside each other in a template, and lists and maps inside each other in a value.</param>
/// <param name="Includes">Templates that include each other.</param>
/// <param name="Iterations">Steps of all loops together.</param>
/// <param name="Output">Characters of the result, and of any value on the way.</param>
/// <param name="Work">Characters and items of all values that are made on the way, together.</param>
public sealed record TemplateLimits(
    int Characters = 1024 * 1024, int Depth = 64, int Includes = 16, int Iterations = 100_000, int Output = 8 * 1024 * 1024, int Work = 64 * 1024 * 1024)
{
    public static TemplateLimits Default { get; } = new();
}
