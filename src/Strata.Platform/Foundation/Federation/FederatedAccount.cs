using Strata.Gcp.ServiceAccount;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;

namespace Strata.Platform.Foundation;

/// <summary>What makes a Kubernetes service account somebody on clouds that do not run its cluster.</summary>
/// <param name="Annotations">Of the service account: the webhooks in the cluster give its pods a token and the settings of the cloud's clients by them. Null when it is nobody elsewhere.</param>
/// <param name="Ready">What its pods wait for.</param>
internal sealed record FederatedAccount(InputMap<string>? Annotations, IReadOnlyList<Resource> Ready)
{
    /// <summary>Adds an identity on each cloud that the grants are on, which only this account can take on.</summary>
    /// <param name="space">The account's namespace.</param>
    /// <param name="account">Its name there.</param>
    /// <param name="logical">Unique in the stack.</param>
    /// <param name="grants">Of which those elsewhere count.</param>
    public static FederatedAccount Add(ComponentContext context, ClusterHandle cluster, string space, string account, string logical, IReadOnlyList<StorageGrant> grants)
    {
        InputMap<string>? annotations = null;
        List<Resource> ready = [];
        foreach (var group in grants.Where(grant => grant.Elsewhere is not null).GroupBy(grant => grant.Elsewhere!.Value).OrderBy(group => group.Key))
        {
            annotations ??= [];
            if (group.Key == Cloud.Aws)
            {
                OnAws(context, cluster, $"system:serviceaccount:{space}:{account}", account, logical, [.. group], annotations, ready);
            }
            else
            {
                OnGoogle(context, cluster, $"system:serviceaccount:{space}:{account}", account, logical, [.. group], annotations, ready);
            }
        }

        return new FederatedAccount(annotations, ready);
    }

    /// <summary>A role that only one service account of a cluster can take on.</summary>
    /// <param name="subject"><c>system:serviceaccount:namespace:name</c></param>
    public static Aws.Iam.Role RoleFor(
        ComponentContext context, ClusterHandle cluster, string subject, string logicalName, IReadOnlyList<string> called, IReadOnlyList<PolicyStatement> statements)
    {
        var (provider, issuer) = context.Expansion.Foundations.Federation.AwsFor(cluster);
        var trust = new PolicyStatement(["sts:AssumeRoleWithWebIdentity"], [])
        {
            Principal = new ValueMap { ["Federated"] = provider.Arn },
            Condition = new ValueMap { ["StringEquals"] = new ValueMap { [$"{issuer}:sub"] = subject, [$"{issuer}:aud"] = Federation.AwsAudience } },
        };
        return AwsRole.Add(context.Scope, context.Expansion, logicalName, called, trust, [], statements);
    }

    /// <summary>A service account of Google Cloud that only one service account of a cluster can act as, and what lets it.</summary>
    /// <inheritdoc cref="RoleFor"/>
    public static (Account Account, Resource Binding) AccountFor(
        ComponentContext context, ClusterHandle cluster, string subject, string logicalName, IReadOnlyList<string> called, string displayName)
    {
        var (pool, _) = context.Expansion.Foundations.Federation.GoogleFor(cluster);
        var account = GcpServiceAccount.Add(context.Scope, context.Expansion, logicalName, called, displayName, []);
        return (account, context.Scope.Add(new IAMMember($"{logicalName}-pods")
        {
            ServiceAccountId = account.Name,
            Role = "roles/iam.workloadIdentityUser",
            Member = Output.Format($"principal://iam.googleapis.com/{pool.Name}/subject/{subject}"),
        }));
    }

    private static void OnAws(
        ComponentContext context, ClusterHandle cluster, string subject, string account, string logical, IReadOnlyList<StorageGrant> grants, InputMap<string> annotations, List<Resource> ready)
    {
        var role = RoleFor(
            context, cluster, subject, $"{logical}-{cluster.Config.Name}-aws", [context.Name, account, cluster.Config.Name],
            [.. grants.SelectMany(grant => grant.Storage.StatementsFor(grant.Level))]);
        annotations["eks.amazonaws.com/role-arn"] = role.Arn;
        ready.Add(role);
    }

    private static void OnGoogle(
        ComponentContext context, ClusterHandle cluster, string subject, string account, string logical, IReadOnlyList<StorageGrant> grants, InputMap<string> annotations, List<Resource> ready)
    {
        var name = $"{logical}-{cluster.Config.Name}-google";
        var (identity, binding) = AccountFor(
            context, cluster, subject, name, [context.Name, account, cluster.Config.Name], $"{logical} of {context.Stack.Name} on {cluster.Config.Name}");
        foreach (var (storage, level, of) in grants)
        {
            storage.Grant(context.Scope, $"{name}-{of}", identity.Principal(), level);
        }

        ready.Add(binding);
        annotations["cloud.google.com/workload-identity-provider"] = context.Expansion.Foundations.Federation.GoogleFor(cluster).Provider.Name;
        annotations["cloud.google.com/service-account-email"] = identity.Email;

        // The other way runs a container with Google's whole SDK before each pod.
        annotations["cloud.google.com/injection-mode"] = "direct";
    }
}
