using Strata.Gcp.ServiceAccount;
using Strata.Gcp.Vertex;
using Strata.Gcp.Vertex.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Kubeflow pipelines on Vertex AI: the account they run as, where they record their runs and curves, and the folder for what steps hand on.</summary>
internal static class VertexPipelines
{
    /// <summary>The only metadata store that pipelines use (Vertex AI documentation, "Configure your project's metadata store").</summary>
    private const string DefaultStore = "default";

    public static VertexPipelinesHandle Expand(KubeflowConfig config, ComponentContext context)
    {
        KubeflowRules.CheckManaged(config, context);
        var gcp = context.Expansion.Foundations.Gcp;
        var kept = StepAccess.StoreFor(context, config, config.Store, nameof(config.Store));
        var store = (GcpObjectStoreHandle)kept.Storage;
        var account = AddRunner(context, store, StorageGrants.Of(context, config, config.Access));
        var key = gcp.Keys.IdFor("vertex");
        Resource[] api = [gcp.Api("aiplatform")];
        List<Resource> ready = [.. api, .. GcpRights.Of(context, account)];
        if (config.MetadataStore)
        {
            // Vertex would make it at the first run, encrypted with Google's own key, and that cannot be changed.
            ready.Add(context.Scope.Add(new AiMetadataStore($"{context.Name}-metadata", new ResourceOptions { DependsOn = api, Protect = context.IsProd, RetainOnDelete = true })
            {
                Name = DefaultStore,
                Region = gcp.Region,
                Description = $"Runs of pipelines of {gcp.Project}",
                EncryptionSpec = key is null ? null : new AiMetadataStoreEncryptionSpecArgs { KmsKeyName = key },
            }));
        }

        var board = context.Scope.Add(new AiTensorboard($"{context.Name}-curves", context.HoldsData with { DependsOn = api })
        {
            DisplayName = $"{context.Name} ({context.Stack.Name})",
            Region = gcp.Region,
            EncryptionSpec = key is null ? null : new AiTensorboardEncryptionSpecArgs { KmsKeyName = key },
        });
        return new VertexPipelinesHandle(Output.Format($"{store.Url}/pipelines"), gcp.Region, account, board.Name, key) { Ready = ready };
    }

    /// <summary>What pipelines run as. It hands itself to the jobs that steps start, and people hand it to pipelines.</summary>
    private static Account AddRunner(ComponentContext context, GcpObjectStoreHandle store, IEnumerable<StorageGrant> access)
    {
        var name = $"{context.Name}-runner";
        var gcp = context.Expansion.Foundations.Gcp;
        var account = GcpServiceAccount.Add(
            context.Scope, context.Expansion, name, [context.Name, "runner"], $"Runs pipelines of {context.Name} ({context.Stack.Name})",
            ["roles/aiplatform.user", "roles/artifactregistry.reader", "roles/logging.logWriter"]);
        store.Grant(context.Scope, name, account.Principal(), AccessLevel.Write);
        foreach (var (storage, level, called) in access.Where(grant => !ReferenceEquals(grant.Storage, store)))
        {
            storage.Grant(context.Scope, $"{name}-{called}", account.Principal(), level);
        }

        context.Scope.Add(new IAMMember($"{name}-itself") { ServiceAccountId = account.Name, Role = "roles/iam.serviceAccountUser", Member = account.Principal() });
        foreach (var person in GcpPeople.WhoWork(context))
        {
            gcp.Roles.Give(context.Scope, person, ["roles/aiplatform.user"]);
            context.Scope.Add(new IAMMember($"{name}-{GcpPrincipal.Slug(person)}") { ServiceAccountId = account.Name, Role = "roles/iam.serviceAccountUser", Member = person });
        }

        return account;
    }
}
