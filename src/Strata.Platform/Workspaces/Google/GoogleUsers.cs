using Strata.Platform.Components;

namespace Strata.Platform.Workspaces;

/// <summary>The users of a workspace with the Google accounts it opens for.</summary>
internal static class GoogleUsers
{
    /// <summary>Users with their addresses, in the order of the file. One without an address is reported.</summary>
    public static IReadOnlyList<(string User, string Address)> Of(GoogleWorkspaceConfig config, ComponentContext context, string engine)
    {
        IdleRules.NeedUsers(config, context, engine);
        foreach (var unknown in config.Accounts.Keys.Where(user => !config.Users.Contains(user)))
        {
            context.Diagnostics.Add(WorkspaceErrors.UnknownKeyOwner(config.SpanOf(nameof(config.Accounts)), config.Name, unknown, config.Users));
        }

        var users = new List<(string, string)>();
        foreach (var user in config.Users)
        {
            if (config.Accounts.TryGetValue(user, out var address))
            {
                users.Add((user, address));
            }
            else
            {
                context.Diagnostics.Add(WorkspaceErrors.NoAccount(config.SpanOf(nameof(config.Users)), config.Name, user));
            }
        }

        return users;
    }
}
