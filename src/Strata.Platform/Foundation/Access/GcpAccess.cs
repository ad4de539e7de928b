using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>Gives the stack's admins and members the project roles that go with what the stack has.</summary>
internal static class GcpAccess
{
    public static void Expand(StackExpansion expansion)
    {
        AccessConfig config = expansion.Stack.Config.Access;
        if (config.Admins.Count + config.Members.Count == 0)
        {
            return;
        }

        var roles = expansion.Foundations.Gcp.Roles;
        var scope = expansion.Root.AddComponent("strata:foundation:Access", "gcp-access", config.KeySpan);
        foreach (var admin in Principals(expansion, config, config.Admins, nameof(config.Admins)))
        {
            roles.Give(scope, admin, GcpRolesFor.Admins(expansion.Stack));
        }

        foreach (var member in Principals(expansion, config, config.Members, nameof(config.Members)))
        {
            roles.Give(scope, member, GcpRolesFor.Members(expansion.Stack));
        }
    }

    private static IEnumerable<string> Principals(StackExpansion expansion, AccessConfig config, IReadOnlyList<string> texts, string property)
    {
        foreach (var text in texts)
        {
            if (GcpPrincipal.Parse(text) is { } principal)
            {
                yield return principal;
            }
            else if (!IsForAnotherCloud(expansion.Stack, text))
            {
                expansion.Diagnostics.Add(GcpFoundationErrors.NotAPrincipal(config.SpanOf(property), text));
            }
        }
    }

    /// <summary>In a stack on several clouds the lists name people of all of them.</summary>
    private static bool IsForAnotherCloud(StackModel stack, string text)
    {
        var cloud = text.StartsWith("arn:", StringComparison.Ordinal) ? Cloud.Aws : Cloud.Kubernetes;
        return stack.Config.Cloud == cloud || stack.Components.Any(c => stack.CloudOf(c) == cloud);
    }
}
