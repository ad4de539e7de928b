using Strata.Gcp.ServiceAccount;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Foundation;

/// <summary>Google Cloud service accounts with roles in the stack's project.</summary>
internal static class GcpServiceAccount
{
    /// <summary>Adds an account and its roles. Roles are only ever added to the project: what others gave stays.</summary>
    /// <param name="logicalName">The account's logical name, unique in the stack: <c>jobs-account</c>.</param>
    /// <param name="nameParts">What to call it in Google Cloud besides team and stack.</param>
    /// <param name="displayName">What people read in the console, at most 100 characters.</param>
    /// <param name="projectRoles">As IAM writes them: <c>roles/logging.logWriter</c>.</param>
    public static Account Add(
        Scope scope,
        StackExpansion expansion,
        string logicalName,
        IReadOnlyList<string> nameParts,
        string displayName,
        IReadOnlyList<string> projectRoles)
    {
        var gcp = expansion.Foundations.Gcp;
        var account = scope.Add(new Account(logicalName, new ResourceOptions { DependsOn = [gcp.Api("iam")] })
        {
            AccountId = expansion.Named(GcpNames.ServiceAccount, [.. nameParts]),
            DisplayName = displayName,
        });
        gcp.Roles.Give(scope, account.Principal(), projectRoles);
        return account;
    }

    /// <summary>The account as the member of a binding.</summary>
    public static Output<string> Principal(this Account account) => Output.Format($"serviceAccount:{account.Email}");

    /// <summary>The account behind a member; null for groups and people.</summary>
    public static Account? Behind(Input<string> member) => Dependencies.In(member.Value).OfType<Account>().FirstOrDefault();
}
