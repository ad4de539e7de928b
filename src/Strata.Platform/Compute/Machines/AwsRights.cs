using Strata.Aws.Iam;
using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>What has to be there, besides a role itself, before something that runs as the role works.</summary>
internal static class AwsRights
{
    /// <summary>The policies the stack gives a role: nothing refers to them, so what needs them has to say it waits for them.</summary>
    public static IReadOnlyList<Resource> Of(ComponentContext context, Role role) =>
        [.. context.Scope.Resources.Where(r => r is RolePolicyAttachment or RolePolicy && Dependencies.Of(r).Contains(role))];
}
