using System.Globalization;
using Strata.Graph;
using Strata.Planning;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies;

/// <summary>Checks resources against a team's own policies.</summary>
internal static class TeamPolicies
{
    /// <summary>Whether all conditions of the policy are true of the resource.</summary>
    public static bool Breaks(Resource resource, PolicyConfig policy) =>
        Glob.Matches(policy.Type, resource.TypeToken) && policy.When.All(condition => IsTrue(condition, resource));

    private static bool IsTrue(PolicyConditionConfig condition, Resource resource)
    {
        var values = ValuesAt(resource, PropertyPath.Parse(condition.Path));
        return condition.Operator switch
        {
            PolicyOperator.Exists => values.Count > 0,
            PolicyOperator.Absent => values.Count == 0,

            // What is not known before it exists is not taken for another value.
            PolicyOperator.IsNot => values.All(value => value.IsKnown && value.AsText() != condition.Value),
            PolicyOperator.Is => values.Any(value => value.AsText() == condition.Value),
            PolicyOperator.Matches => values.Any(value => value.AsText() is { } text && Glob.Matches(condition.Value!, text)),
            PolicyOperator.Contains => values.Any(value => value is ListValue list
                ? list.Items.Any(item => item.AsText() == condition.Value)
                : value.AsText()?.Contains(condition.Value!, StringComparison.Ordinal) ?? false),
            var comparison => values.Any(value => value.AsNumber() is { } number && (comparison == PolicyOperator.Above ? number > Number(condition) : number < Number(condition))),
        };
    }

    private static double Number(PolicyConditionConfig condition) => double.Parse(condition.Value!, CultureInfo.InvariantCulture);

    private static List<Value> ValuesAt(Resource resource, PropertyPath path)
    {
        List<Value> values = [.. resource.InputProperties.Where(input => path.Segments is [var first, ..] && first.Covers(PathSegment.Of(input.Name))).Select(input => input.Value.Inner())];
        foreach (var segment in path.Segments.Skip(1))
        {
            values = [.. values.SelectMany(value => Children(value, segment)).Select(child => child.Inner())];
        }

        return values;
    }

    private static IEnumerable<Value> Children(Value value, PathSegment segment) => value switch
    {
        ListValue list => list.Items.Where((_, i) => segment.Covers(PathSegment.Of(i))),
        ObjectValue map => map.Properties.Where(property => segment.Covers(PathSegment.Of(property.Name))).Select(property => property.Value),
        _ => [],
    };
}
