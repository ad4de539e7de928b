using Strata.Graph;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>The tags (AWS), labels (Google Cloud, Kubernetes) that everything of a stack carries.</summary>
internal static class Tags
{
    /// <summary>The company's own tags first, then Strata's, which win.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(StackModel stack)
    {
        var tags = new OrderedDictionary<string, string>(stack.Config.Tags)
        {
            ["managed-by"] = "strata",
            ["team"] = stack.Config.Team,
            ["stack"] = stack.Name,
            ["environment"] = PropertyNames.OfChoice(stack.Config.Environment.ToString()),
        };
        if (stack.Config.CostCenter is { } costCenter)
        {
            tags["cost-center"] = costCenter;
        }

        return [.. tags];
    }

    public static InputMap<string> ToInput(IEnumerable<KeyValuePair<string, string>> tags)
    {
        var map = new InputMap<string>();
        foreach (var (key, value) in tags)
        {
            map[key] = value;
        }

        return map;
    }
}
