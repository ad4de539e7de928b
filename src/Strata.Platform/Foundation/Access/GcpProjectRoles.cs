using Strata.Gcp.Projects;
using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>
/// Roles in the stack's project. Each binding stands for itself, so that it takes nothing from anyone else, and each role of a
/// member is bound once: two bindings of the same are one in Google Cloud, and dropping one would drop both.
/// </summary>
internal sealed class GcpProjectRoles(StackExpansion expansion)
{
    private readonly HashSet<(string Member, string Role)> _given = [];

    /// <summary>Gives a member roles in the project.</summary>
    /// <param name="member">The principal: a service account of the stack, or text such as <c>group:ml@acme.example</c>.</param>
    /// <param name="roles">As IAM writes them: <c>roles/logging.logWriter</c>.</param>
    public void Give(Scope scope, Input<string> member, IEnumerable<string> roles)
    {
        var gcp = expansion.Foundations.Gcp;
        var name = NameOf(member);
        foreach (var role in roles.Where(role => _given.Add((name, role))))
        {
            scope.Add(new IAMMember($"{name}-{ShortName(role)}", new ResourceOptions { DependsOn = [gcp.Api("cloudresourcemanager")] })
            {
                Project = gcp.Project,
                Role = role,
                Member = member,
            });
        }
    }

    /// <summary>A role's name for logical names: <c>logging-logWriter</c> for <c>roles/logging.logWriter</c>.</summary>
    public static string ShortName(string role) => role[(role.LastIndexOf('/') + 1)..].Replace('.', '-');

    /// <summary>What to call a member in logical names: the account's own logical name, or the text without what names cannot have.</summary>
    private static string NameOf(Input<string> member) => member.Value switch
    {
        TextValue text => GcpPrincipal.Slug(text.Text),
        var value => Dependencies.In(value)[0].LogicalName,
    };
}
