using Strata.Platform.Compute;
using Strata.Platform.Endpoints;
using Strata.Platform.FeatureStores;
using Strata.Platform.ModelStores;
using Strata.Platform.Registries;
using Strata.Platform.Schedulers;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Workspaces;

namespace Strata.Platform.Foundation;

/// <summary>Which project roles people and CI need, by what the stack has on Google Cloud.</summary>
internal static class GcpRolesFor
{
    /// <summary>Runs everything the stack has, but gives nobody else access.</summary>
    public static IReadOnlyList<string> Admins(StackModel stack) =>
        Distinct(["roles/logging.admin", "roles/monitoring.admin"], stack, config => config switch
        {
            ObjectStore => ["roles/storage.admin"],
            FileStore => ["roles/file.editor"],
            Scratch => ["roles/lustre.admin"],
            Warehouse { Engine: WarehouseEngine.Postgres } => ["roles/cloudsql.admin"],
            Warehouse => ["roles/bigquery.admin"],
            Cluster or Pool => ["roles/container.admin", "roles/compute.viewer"],
            Batch => ["roles/batch.jobsEditor", "roles/compute.viewer"],
            Instances => ["roles/compute.instanceAdmin.v1", "roles/compute.osAdminLogin", "roles/iap.tunnelResourceAccessor"],
            RegistryConfig => ["roles/artifactregistry.admin"],
            VertexEndpoint or VertexRegistryConfig or VertexFeaturesConfig => ["roles/aiplatform.admin"],
            _ => [],
        });

    /// <summary>Works with the data and the machines; in prod only looks at them.</summary>
    public static IReadOnlyList<string> Members(StackModel stack)
    {
        var isProd = stack.Config.Environment == DeploymentEnvironment.Prod;
        return Distinct(["roles/logging.viewer", "roles/monitoring.viewer"], stack, config => config switch
        {
            ObjectStore => [isProd ? "roles/storage.objectViewer" : "roles/storage.objectUser"],
            Warehouse { Engine: WarehouseEngine.Postgres } => ["roles/cloudsql.client"],
            Warehouse => ["roles/bigquery.jobUser", isProd ? "roles/bigquery.dataViewer" : "roles/bigquery.dataEditor"],
            Cluster or Pool => ["roles/container.clusterViewer"],
            Batch => [isProd ? "roles/batch.jobsViewer" : "roles/batch.jobsEditor"],
            Instances => isProd ? ["roles/compute.viewer"] : ["roles/compute.viewer", "roles/compute.osLogin", "roles/iap.tunnelResourceAccessor"],
            RegistryConfig => [isProd ? "roles/artifactregistry.reader" : "roles/artifactregistry.writer"],
            VertexEndpoint or VertexRegistryConfig or VertexFeaturesConfig => [isProd ? "roles/aiplatform.viewer" : "roles/aiplatform.user"],
            _ => [],
        });
    }

    /// <summary>Reads all there is, and changes nothing: what a preview needs.</summary>
    public static IReadOnlyList<string> Preview { get; } = ["roles/viewer", "roles/iam.securityReviewer", "roles/serviceusage.serviceUsageConsumer"];

    /// <summary>Makes, changes and removes what the stack has, service accounts and roles included.</summary>
    public static IReadOnlyList<string> Deploy(StackModel stack) => Distinct(
        [
            "roles/viewer",
            "roles/serviceusage.serviceUsageAdmin",
            "roles/resourcemanager.projectIamAdmin",
            "roles/iam.serviceAccountAdmin",
            "roles/iam.serviceAccountUser",
            "roles/iam.workloadIdentityPoolAdmin",
            "roles/monitoring.notificationChannelEditor",
            .. stack.Config.Encryption.CustomerKeys ? (string[])["roles/cloudkms.admin"] : [],
            .. GcpNetwork.IsMadeBy(stack) ? (string[])["roles/compute.networkAdmin", "roles/compute.securityAdmin", "roles/servicenetworking.networksAdmin"] : [],
            .. stack.Config.Quotas.Request ? (string[])["roles/cloudquotas.admin"] : [],
        ],
        stack,
        config => config switch
        {
            ObjectStore => ["roles/storage.admin", "roles/pubsub.admin"],
            FileStore => ["roles/file.editor", "roles/workflows.editor", "roles/cloudscheduler.admin"],
            Scratch => ["roles/lustre.admin", "roles/iam.roleAdmin", "roles/workflows.editor", "roles/cloudscheduler.admin"],
            BlockStorage => ["roles/compute.storageAdmin", "roles/iam.roleAdmin", "roles/workflows.editor", "roles/cloudscheduler.admin"],
            Warehouse { Engine: WarehouseEngine.Postgres } => ["roles/cloudsql.admin"],
            Warehouse => ["roles/bigquery.admin"],
            Cluster or Pool => ["roles/container.admin", "roles/compute.admin"],
            Batch => ["roles/batch.jobsEditor", "roles/compute.admin", "roles/workflows.editor", "roles/cloudscheduler.admin"],
            Instances => ["roles/compute.admin"],
            RegistryConfig => ["roles/artifactregistry.admin"],
            VertexEndpoint => ["roles/aiplatform.admin", "roles/monitoring.alertPolicyEditor", "roles/iam.roleAdmin", "roles/workflows.editor", "roles/cloudscheduler.admin"],
            GoogleWorkflowsConfig => ["roles/workflows.editor", "roles/cloudscheduler.admin", "roles/monitoring.alertPolicyEditor"],
            KubeflowConfig or VertexRegistryConfig or VertexFeaturesConfig or ColabConfig => ["roles/aiplatform.admin"],
            AirflowConfig => ["roles/composer.admin"],
            SparkConfig => ["roles/dataproc.admin"],
            WorkbenchConfig => ["roles/notebooks.admin"],
            WorkstationsConfig => ["roles/workstations.admin"],
            MachineWorkspaceConfig => ["roles/compute.admin", "roles/iap.admin"],
            FeastConfig { Online: FeastOnline.Redis } => ["roles/redis.admin"],
            FeastConfig { Online: FeastOnline.Bigtable } => ["roles/bigtable.admin"],
            FeastConfig { Online: null or FeastOnline.Firestore } => ["roles/datastore.owner"],
            _ => [],
        });

    private static IReadOnlyList<string> Distinct(IEnumerable<string> always, StackModel stack, Func<ComponentConfig, IEnumerable<string>> rolesFor) =>
        [.. always.Concat(stack.Components.Where(c => stack.CloudOf(c) == Cloud.Gcp).SelectMany(rolesFor)).Distinct()];
}
