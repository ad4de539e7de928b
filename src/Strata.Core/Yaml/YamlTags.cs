using YamlDotNet.Core;

namespace Strata.Yaml;

/// <summary>Tags in the form people write them.</summary>
internal static class YamlTags
{
    private const string Core = "tag:yaml.org,2002:";

    /// <summary><c>!!str</c> for YAML's own, <c>!name</c> for others; null when there is none.</summary>
    public static string? Of(TagName tag)
    {
        if (tag.IsEmpty)
        {
            return null;
        }

        return tag.Value.StartsWith(Core, StringComparison.Ordinal) ? "!!" + tag.Value[Core.Length..] : tag.Value;
    }
}
