using Strata.Diagnostics;
using Strata.Platform.Units;

namespace Strata.Platform.Policies.Rules;

/// <summary>Workspaces that cost money at night.</summary>
internal static class AlwaysOnWorkspaces
{
    private static readonly Duration Longest = new(12 * 3600);

    public static PolicyRule Rule { get; } = new(
        "STR760",
        "always-on-workspaces",
        PolicySubjects.Cost,
        Severity.Warning,
        "Workspaces with 'alwaysOn: true', or with an 'idleStop' of more than twelve hours, which never stops before the next morning.",
        "A machine that runs day and night costs four times as much as one that runs when someone works on it.")
    {
        OfStack = context => context.Stack.Config.Workspaces.Values.Where(workspace => !workspace.IsBroken && (workspace.AlwaysOn || workspace.IdleStop.CompareTo(Longest) > 0)).Select(workspace =>
        {
            var property = workspace.AlwaysOn ? nameof(workspace.AlwaysOn) : nameof(workspace.IdleStop);
            return new PolicyViolation($"workspaces.{workspace.Name}.{char.ToLowerInvariant(property[0])}{property[1..]}", $"The workspace '{workspace.Name}' runs, and costs, while nobody uses it. Set 'idleStop' to an hour or two and leave 'alwaysOn' out.")
            {
                Span = workspace.SpanOf(property),
                Component = $"workspaces.{workspace.Name}",
            };
        }),
    };
}
