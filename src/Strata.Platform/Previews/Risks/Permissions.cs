using System.Collections.Immutable;
using Strata.Graph;
using Strata.Graph.Formats;

namespace Strata.Platform.Previews;

/// <summary>What a policy document in the AWS form allows, one permission at a time.</summary>
internal static class Permissions
{
    /// <summary>For each Allow statement every combination of principal, action and resource with its condition; empty for anything else.</summary>
    /// <param name="leaveOut">What a permission is on, for those that do not count.</param>
    public static IReadOnlyList<string> In(Value value, Func<Value, bool>? leaveOut = null) => value switch
    {
        JsonTextValue json => In(json.Content, leaveOut),
        SecretValue secret => In(secret.Content, leaveOut),
        ListValue list => [.. list.Items.SelectMany(item => In(item, leaveOut))],
        ObjectValue map when (map["Statement"] ?? map["statement"]) is { } statements => [.. Items(statements).OfType<ObjectValue>().SelectMany(statement => Of(statement, leaveOut))],
        ObjectValue map when map["policy"] is { } policy => In(policy, leaveOut),
        _ => [],
    };

    private static IEnumerable<string> Of(ObjectValue statement, Func<Value, bool>? leaveOut)
    {
        if (statement["Effect"] is TextValue { Text: "Deny" })
        {
            yield break;
        }

        // A permission on everything but one thing is on all others, whatever that thing is.
        var allBut = statement["Resource"] is null && statement["NotResource"] is not null;
        var condition = statement["Condition"] is { } when ? $" when {ValueText.Of(when)}" : "";
        foreach (var principal in Principals(statement["Principal"]))
        {
            foreach (var action in Items(statement["Action"] ?? statement["NotAction"]))
            {
                foreach (var resource in Items(statement["Resource"] ?? statement["NotResource"]).Where(on => allBut || leaveOut?.Invoke(on) is not true))
                {
                    var not = statement["NotAction"] is null ? "" : "everything but ";
                    yield return $"{principal}{not}{ValueText.Of(action)}{(resource is NullValue ? "" : $" on {(allBut ? "everything but " : "")}{ValueText.Of(resource)}")}{condition}";
                }
            }
        }
    }

    private static IEnumerable<string> Principals(Value? principal) => principal switch
    {
        null => [""],
        ObjectValue map => map.Properties.SelectMany(kind => Items(kind.Value).Select(who => $"{ValueText.Of(who)} may ")),
        var who => [$"{ValueText.Of(who)} may "],
    };

    private static ImmutableArray<Value> Items(Value? value) => value switch
    {
        null => [Value.Null],
        ListValue list => list.Items,
        _ => [value],
    };
}
