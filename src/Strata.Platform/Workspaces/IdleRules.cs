using Strata.Platform.Components;
using Strata.Platform.Units;

namespace Strata.Platform.Workspaces;

/// <summary>No workspace without an idle stop, unless the file says so twice.</summary>
internal static class IdleRules
{
    private static readonly Duration Least = Duration.FromMinutes(10);
    private static readonly Duration Most = Duration.FromDays(7);

    /// <summary>After how long it stops; null for never. Reports times that the engine does not take.</summary>
    /// <param name="engine">The engine's title.</param>
    /// <param name="canStayOn">The engine can be told not to stop.</param>
    public static Duration? Check(WorkspaceConfig config, ComponentContext context, string engine, Duration? least = null, Duration? most = null, bool canStayOn = true)
    {
        if (config.AlwaysOn)
        {
            if (!canStayOn)
            {
                context.Diagnostics.Add(WorkspaceErrors.CannotStayOn(config.SpanOf(nameof(config.AlwaysOn)), config.Name, engine));
            }
            else if (!config.AllowAlwaysOn)
            {
                context.Diagnostics.Add(WorkspaceErrors.AlwaysOn(config.SpanOf(nameof(config.AlwaysOn)), config.Name));
            }

            return null;
        }

        if (config.IdleStop.CompareTo(least ?? Least) < 0 || config.IdleStop.CompareTo(most ?? Most) > 0)
        {
            context.Diagnostics.Add(WorkspaceErrors.IdleOutOfRange(
                config.SpanOf(nameof(config.IdleStop)), config.Name, engine, config.IdleStop.ToString(), (least ?? Least).ToString(), (most ?? Most).ToString()));
        }

        return config.IdleStop;
    }

    public static void NeedUsers(WorkspaceConfig config, ComponentContext context, string engine)
    {
        if (config.Users.Count == 0)
        {
            context.Diagnostics.Add(WorkspaceErrors.NoUsers(config.KeySpan, config.Name, engine));
        }
    }
}
