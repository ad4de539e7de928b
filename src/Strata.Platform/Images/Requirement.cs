using System.Text.RegularExpressions;

namespace Strata.Platform.Images;

/// <summary>A Python package at one version: <c>feast[redis]==0.50.0</c>.</summary>
/// <param name="Package">As Python compares names: lower case, one dash for any run of dashes, dots and underscores (PEP 503).</param>
public sealed partial record Requirement(string Text, string Package, string Version)
{
    /// <summary>The requirement; or null, and whether the text at least names a package.</summary>
    public static (Requirement? Requirement, string? Package) Parse(string text)
    {
        if (Exact().Match(text) is { Success: true } exact)
        {
            var package = Normal(exact.Groups["name"].Value);
            return (new Requirement(text, package, exact.Groups["version"].Value), package);
        }

        return (null, Loose().Match(text) is { Success: true } loose ? loose.Groups["name"].Value : null);
    }

    private static string Normal(string name) => Separators().Replace(name, "-").ToLowerInvariant();

    // PEP 440: release, pre, post, dev and local parts; no wildcard and no arbitrary equality.
    [GeneratedRegex(@"^(?<name>[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)(\[[A-Za-z0-9._,\s-]+\])?\s*==\s*(?<version>([0-9]+!)?[0-9]+(\.[0-9]+)*((a|b|rc)[0-9]+)?(\.post[0-9]+)?(\.dev[0-9]+)?(\+[a-z0-9]+(\.[a-z0-9]+)*)?)$")]
    private static partial Regex Exact();

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)(\[[A-Za-z0-9._,\s-]+\])?\s*(|(===|==|~=|!=|<=?|>=?).*)$")]
    private static partial Regex Loose();

    [GeneratedRegex("[-_.]+")]
    private static partial Regex Separators();
}
