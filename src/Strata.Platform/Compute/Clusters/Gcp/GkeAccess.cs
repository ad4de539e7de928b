using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Compute;

/// <summary>
/// Lets the stack's members work in a cluster of its own. Where the cluster knows Google groups, the bindings in the team's namespace
/// say what they may do and IAM only lets them in; where it does not, IAM has to say it for the whole cluster.
/// </summary>
internal static class GkeAccess
{
    public static void Grant(Cluster config, ComponentContext context)
    {
        if (config.GroupsDomain is not null)
        {
            return;
        }

        var roles = context.Expansion.Foundations.Gcp.Roles;
        foreach (var member in context.Stack.Config.Access.Members.Select(GcpPrincipal.Parse).OfType<string>().Distinct())
        {
            roles.Give(context.Scope, member, [context.IsProd ? "roles/container.viewer" : "roles/container.developer"]);
        }
    }
}
