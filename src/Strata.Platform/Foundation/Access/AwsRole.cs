using Strata.Aws.Iam;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Foundation;

/// <summary>IAM roles with the stack's path and permissions boundary.</summary>
internal static class AwsRole
{
    /// <summary>Adds a role, its managed policies and its inline policy.</summary>
    /// <param name="logicalName">The role's logical name, unique in the stack: <c>jobs-instance-role</c>.</param>
    /// <param name="nameParts">What to call it in AWS besides team and stack.</param>
    /// <param name="trust">Who may take it on.</param>
    /// <param name="managedPolicies">ARNs.</param>
    /// <param name="statements">What it may do; no inline policy where empty.</param>
    /// <param name="alsoTrusted">Who else may take it on.</param>
    public static Role Add(
        Scope scope,
        StackExpansion expansion,
        string logicalName,
        IReadOnlyList<string> nameParts,
        PolicyStatement trust,
        IReadOnlyList<string> managedPolicies,
        IReadOnlyList<PolicyStatement> statements,
        params IReadOnlyList<PolicyStatement> alsoTrusted)
    {
        AccessConfig access = expansion.Stack.Config.Access;
        var role = scope.Add(new Role(logicalName)
        {
            Name = expansion.Named(AwsNames.IamRole, [.. nameParts]),
            Path = access.RolePath,
            PermissionsBoundary = access.PermissionsBoundary,
            AssumeRolePolicy = PolicyDocument.Of([trust, .. alsoTrusted]),
        });
        foreach (var arn in managedPolicies)
        {
            scope.Add(new RolePolicyAttachment($"{logicalName}-{PolicyName(arn)}") { Role = role.Name, PolicyArn = arn });
        }

        if (statements.Count > 0)
        {
            scope.Add(new RolePolicy($"{logicalName}-policy") { Role = role.Id, Policy = PolicyDocument.Of(statements) });
        }

        return role;
    }

    private static string PolicyName(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}
