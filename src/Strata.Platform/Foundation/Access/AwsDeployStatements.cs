using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Foundation;

/// <summary>
/// What a deployment may do with IAM, on top of AWS' PowerUserAccess, which leaves IAM out: make, change and hand on the roles of
/// this one stack, told by their names, and where roles are bounded only roles with that bound.
/// </summary>
internal static class AwsDeployStatements
{
    private static readonly string[] Shape =
    [
        "iam:DeleteRole", "iam:UpdateRole", "iam:UpdateRoleDescription", "iam:UpdateAssumeRolePolicy", "iam:TagRole", "iam:UntagRole",
    ];

    private static readonly string[] Raise = ["iam:CreateRole", "iam:PutRolePolicy", "iam:DeleteRolePolicy", "iam:AttachRolePolicy", "iam:DetachRolePolicy"];

    private static readonly string[] Look =
    [
        "iam:GetRole", "iam:GetRolePolicy", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies", "iam:ListInstanceProfilesForRole", "iam:ListRoleTags",
    ];

    private static readonly string[] Profiles =
    [
        "iam:CreateInstanceProfile", "iam:DeleteInstanceProfile", "iam:GetInstanceProfile", "iam:AddRoleToInstanceProfile",
        "iam:RemoveRoleFromInstanceProfile", "iam:TagInstanceProfile", "iam:UntagInstanceProfile",
    ];

    private static readonly string[] Provider =
    [
        "iam:CreateOpenIDConnectProvider", "iam:GetOpenIDConnectProvider", "iam:DeleteOpenIDConnectProvider", "iam:TagOpenIDConnectProvider",
        "iam:UntagOpenIDConnectProvider", "iam:AddClientIDToOpenIDConnectProvider", "iam:RemoveClientIDFromOpenIDConnectProvider",
    ];

    public static IReadOnlyList<PolicyStatement> For(StackExpansion expansion)
    {
        AccessConfig config = expansion.Stack.Config.Access;
        var account = expansion.Foundations.Aws.AccountId;
        var prefix = expansion.Named(AwsNames.IamRole);
        Input<string>[] roles = [Output.Format($"arn:aws:iam::{account}:role{config.RolePath}{prefix}-*")];
        var bound = config.PermissionsBoundary is { } boundary
            ? new ValueMap { ["StringEquals"] = new ValueMap { ["iam:PermissionsBoundary"] = boundary } }
            : null;
        return
        [
            new([.. Shape, .. Look], roles) { Sid = "Roles" },
            new(bound is null ? Raise : [.. Raise, "iam:PutRolePermissionsBoundary"], roles) { Sid = "RightsOfRoles", Condition = bound },
            new(["iam:PassRole"], roles) { Sid = "HandRolesOn" },
            new(Profiles, [Output.Format($"arn:aws:iam::{account}:instance-profile/{prefix}-*")]) { Sid = "InstanceProfiles" },
            .. config.Ci is { CreateProvider: true } ? (PolicyStatement[])[new(Provider, [Output.Format($"arn:aws:iam::{account}:oidc-provider/token.actions.githubusercontent.com")]) { Sid = "IdentityProvider" }] : [],
        ];
    }
}
