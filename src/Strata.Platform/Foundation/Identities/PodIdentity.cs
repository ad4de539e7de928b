using Strata.Aws.Eks;
using Strata.Gcp.ServiceAccount;
using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.ModelStores;
using Strata.Platform.Registries;
using Strata.Platform.Storage;

namespace Strata.Platform.Foundation;

/// <summary>What the pods of a component run as: a service account of their own, known to the cloud, with no more rights than the component needs.</summary>
/// <param name="Account">The service account's name in its namespace.</param>
/// <param name="Environment">What the pods need besides the account to reach storage: addresses, and references to secrets made in the cluster. Empty on clouds.</param>
/// <param name="Ready">What the pods wait for.</param>
internal sealed record PodIdentity(string Account, IReadOnlyList<EnvVarArgs> Environment, IReadOnlyList<Resource> Ready)
{
    /// <summary>Adds the account, and what makes the cloud know it.</summary>
    /// <param name="account">The account's name; with the component's name before it, unique in the stack.</param>
    public static PodIdentity Add(ComponentContext context, ClusterHandle cluster, NamespaceHandle space, string account, PodRights rights)
    {
        var logical = account == context.Name ? account : $"{context.Name}-{account}";
        context.Scope.Use(cluster.Provider);
        return cluster switch
        {
            EksClusterHandle eks => OnEks(context, eks, space, account, logical, rights),
            GkeClusterHandle gke => OnGke(context, gke, space, account, logical, rights),
            _ => OnKubernetes(context, cluster, space, account, logical, rights),
        };
    }

    private static PodIdentity OnEks(ComponentContext context, EksClusterHandle cluster, NamespaceHandle space, string account, string logical, PodRights rights)
    {
        var elsewhere = FederatedAccount.Add(context, cluster, space.Name, account, logical, rights.Storage);
        var resource = AddAccount(context, cluster, space, account, logical, elsewhere.Annotations);
        IReadOnlyList<PolicyStatement> statements = [.. rights.Storage.SelectMany(grant => grant.Storage.StatementsFor(grant.Level)), .. rights.Statements, .. rights.RunsCode ? MlflowRights.OfRuns(context.Expansion) : []];
        if (statements.Count == 0)
        {
            return new PodIdentity(account, [], [resource, .. elsewhere.Ready]);
        }

        var trust = AwsPodIdentity.Trust with
        {
            Condition = new ValueMap
            {
                ["StringEquals"] = new ValueMap { ["aws:RequestTag/kubernetes-namespace"] = space.Name, ["aws:RequestTag/kubernetes-service-account"] = account },
            },
        };
        string[] called = account == context.Name ? [account] : [context.Name, account];
        var role = AwsRole.Add(context.Scope, context.Expansion, $"{logical}-role", called, trust, [], statements);
        var binding = context.Scope.Add(new PodIdentityAssociation($"{logical}-identity")
        {
            ClusterName = cluster.Name,
            Namespace = space.Name,
            ServiceAccount = account,
            RoleArn = role.Arn,
        });
        return new PodIdentity(account, [], [resource, binding, .. elsewhere.Ready]);
    }

    private static PodIdentity OnGke(ComponentContext context, GkeClusterHandle cluster, NamespaceHandle space, string account, string logical, PodRights rights)
    {
        var elsewhere = FederatedAccount.Add(context, cluster, space.Name, account, logical, rights.Storage);
        if (rights.Storage.All(grant => grant.Elsewhere is not null) && rights.Roles.Count == 0)
        {
            return new PodIdentity(account, [], [AddAccount(context, cluster, space, account, logical, elsewhere.Annotations), .. elsewhere.Ready]);
        }

        string[] called = account == context.Name ? [account] : [context.Name, account];
        var identity = GcpServiceAccount.Add(context.Scope, context.Expansion, $"{logical}-google", called, $"{logical} of {context.Stack.Name}", rights.Roles);
        foreach (var (storage, level, name) in rights.Storage.Where(grant => grant.Elsewhere is null))
        {
            storage.Grant(context.Scope, $"{logical}-{name}", identity.Principal(), level);
        }

        var annotations = elsewhere.Annotations ?? [];
        annotations["iam.gke.io/gcp-service-account"] = identity.Email;
        var resource = AddAccount(context, cluster, space, account, logical, annotations);
        var binding = context.Scope.Add(new IAMMember($"{logical}-pods", new ResourceOptions { DependsOn = cluster.Ready })
        {
            ServiceAccountId = identity.Name,
            Role = "roles/iam.workloadIdentityUser",
            Member = Output.Format($"serviceAccount:{cluster.WorkloadPool}[{space.Name}/{account}]"),
        });
        return new PodIdentity(account, [], [resource, binding, .. elsewhere.Ready]);
    }

    private static PodIdentity OnKubernetes(ComponentContext context, ClusterHandle cluster, NamespaceHandle space, string account, string logical, PodRights rights)
    {
        var elsewhere = FederatedAccount.Add(context, cluster, space.Name, account, logical, rights.Storage);
        var resource = AddAccount(context, cluster, space, account, logical, elsewhere.Annotations);
        List<EnvVarArgs> environment = [];
        List<Resource> ready = [resource, .. elsewhere.Ready];
        foreach (var (storage, level, name) in rights.Storage)
        {
            if (storage is INamespaceStorage database && database.Space.Name == space.Name)
            {
                environment.AddRange(database.EnvironmentFor(logical, level));
                ready.AddRange(database.Ready);
            }
            else if (storage is INamespaceStorage)
            {
                context.Diagnostics.Add(PlatformErrors.DatabaseElsewhere(context.Stack.Components.First(c => c.Name == context.Name).SpanOf("Access"), context.Name, name));
            }
        }

        var stores = rights.Storage.Where(grant => grant.Storage is KubernetesObjectStoreHandle).Select(grant => (Store: (KubernetesObjectStoreHandle)grant.Storage, grant.Level)).ToList();
        if (stores is not [var (first, _), ..])
        {
            return new PodIdentity(account, environment, ready);
        }

        var user = MinioUser.Add(
            context.Scope, context.Stack, first.Server, space, logical, [.. stores.SelectMany(s => s.Store.Statements(s.Level))], [.. stores.Select(s => s.Store.Ready)],
            rights.SecretAnnotations);
        return new PodIdentity(
            account,
            [
                .. environment,
                .. first.Environment.Select(e => KubernetesJob.Variable(e.Key, e.Value)),
                KubernetesJob.FromSecret(MinioUser.AccessKey, MinioUser.SecretOf(logical), MinioUser.AccessKey),
                KubernetesJob.FromSecret(MinioUser.SecretKey, MinioUser.SecretOf(logical), MinioUser.SecretKey),
            ],
            [.. ready, user]);
    }

    private static ServiceAccount AddAccount(ComponentContext context, ClusterHandle cluster, NamespaceHandle space, string account, string logical, InputMap<string>? annotations = null) =>
        context.Scope.Add(new ServiceAccount($"{logical}-account", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, account, space.Name, annotations),
            ImagePullSecrets = ClusterRegistry.PullSecrets(context.Stack, cluster).Select(name => new LocalObjectReferenceArgs { Name = name }).ToList() is { Count: > 0 } secrets ? [.. secrets] : null,
        });
}
