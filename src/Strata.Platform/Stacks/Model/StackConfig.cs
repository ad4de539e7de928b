using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Delivery;
using Strata.Platform.Endpoints;
using Strata.Platform.FeatureStores;
using Strata.Platform.Foundation;
using Strata.Platform.Images;
using Strata.Platform.ModelStores;
using Strata.Platform.Policies;
using Strata.Platform.Registries;
using Strata.Platform.Schedulers;
using Strata.Platform.Storage;
using Strata.Platform.Tracking;
using Strata.Platform.Workflows;
using Strata.Platform.Workspaces;

namespace Strata.Platform.Stacks;

/// <summary>All that a stack file can say under <c>strata:</c>, as resolved from the file and the fragments it extends.</summary>
public sealed record StackConfig : ConfigRecord
{
    private const string ComponentName = "^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$";
    private const string ComponentNameMeaning = "at most 30 lower-case letters, digits and dashes, a letter first and no dash last";

    [Description("The team that owns the stack. Part of every name and tag.")]
    [Pattern("^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$", "at most 20 lower-case letters, digits and dashes, a letter first and no dash last")]
    public required string Team { get; init; }

    [Description("What the stack is for: drives protection, sizes and retention.")]
    public required DeploymentEnvironment Environment { get; init; }

    [Description("Where components run unless they name their own cloud.")]
    public required Cloud Cloud { get; init; }

    [Description("Who answers for the stack: a mail address or a group.")]
    public string? Owner { get; init; }

    [Description("The organization: what makes names that nobody else in the world may have, such as buckets', its own.")]
    [Pattern("^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$", "at most 40 lower-case letters, digits and dashes")]
    public string? Organization { get; init; }

    [Description("What the bill is booked on; a tag on everything.")]
    public string? CostCenter { get; init; }

    [Description("What the stack is, for people who read the report.")]
    public string? Description { get; init; }

    [Description("Further tags (AWS) and labels (GCP, Kubernetes) on everything.")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    [Description("Who should run what both the cloud and the team could run, where a component does not say. The catalog's preference for each engine when left out.")]
    public Preference? Prefer { get; init; }

    [Description("The monthly budget, and who hears when it is used up.")]
    public BudgetConfig? Budget { get; init; }

    [Description("Components that hold data and may be deleted or replaced all the same, such as storage.lake; or single resources by type and name, such as aws:s3/bucket:Bucket::lake. A preview is blocked where data would be lost without it. Take an entry out once it is applied.")]
    public IReadOnlyList<string> AllowReplace { get; init; } = [];

    [Description("The network that everything private lives in.")]
    public NetworkConfig Network { get; init; } = new();

    [Description("Who may use the stack, and how the CI system signs in.")]
    public AccessConfig Access { get; init; } = new();

    [Description("The keys that data is encrypted with.")]
    public EncryptionConfig Encryption { get; init; } = new();

    [Description("The team's namespace on the cluster: quotas, limits and isolation.")]
    public NamespaceConfig Namespace { get; init; } = new();

    [Description("The clouds' own quotas that the stack's pools need.")]
    public QuotaConfig Quotas { get; init; } = new();

    [Description("Identities for workloads, each with its own access. Without any, one named 'workload' may write to all storage of the stack.")]
    [Pattern(ComponentName, ComponentNameMeaning)]
    public IReadOnlyDictionary<string, IdentityConfig> Identities { get; init; } = new Dictionary<string, IdentityConfig>();

    [Description("Where data lies: buckets, files, disks and databases.")]
    [Pattern(ComponentName, ComponentNameMeaning)]
    public IReadOnlyDictionary<string, StorageConfig> Storage { get; init; } = new Dictionary<string, StorageConfig>();

    [Description("What computes: clusters, pools of nodes, batch queues and single machines.")]
    [Pattern(ComponentName, ComponentNameMeaning)]
    public IReadOnlyDictionary<string, ComputeConfig> Compute { get; init; } = new Dictionary<string, ComputeConfig>();

    [Description("Where container images lie.")]
    [Pattern(ComponentName, ComponentNameMeaning)]
    public IReadOnlyDictionary<string, RegistryConfig> Registries { get; init; } = new Dictionary<string, RegistryConfig>();

    [Description("Where people work: notebooks, machines, cloud development environments.")]
    [Pattern(ComponentName, ComponentNameMeaning)]
    public IReadOnlyDictionary<string, WorkspaceConfig> Workspaces { get; init; } = new Dictionary<string, WorkspaceConfig>();

    [Description("What runs workflows and jobs, by schedule or on demand.")]
    [Pattern(ComponentName, ComponentNameMeaning)]
    public IReadOnlyDictionary<string, SchedulerConfig> Schedulers { get; init; } = new Dictionary<string, SchedulerConfig>();

    [Description("Where features are defined, kept and served.")]
    [Pattern(ComponentName, ComponentNameMeaning)]
    public IReadOnlyDictionary<string, FeatureStoreConfig> FeatureStores { get; init; } = new Dictionary<string, FeatureStoreConfig>();

    [Description("Where models and what is known of them are kept.")]
    [Pattern(ComponentName, ComponentNameMeaning)]
    public IReadOnlyDictionary<string, ModelStoreConfig> ModelStores { get; init; } = new Dictionary<string, ModelStoreConfig>();

    [Description("Where models answer: online or in batches.")]
    [Pattern(ComponentName, ComponentNameMeaning)]
    public IReadOnlyDictionary<string, EndpointConfig> Endpoints { get; init; } = new Dictionary<string, EndpointConfig>();

    [Description("Container images that the team's code runs in, each built from a rendered Dockerfile.")]
    [Pattern(ComponentName, ComponentNameMeaning)]
    public IReadOnlyDictionary<string, ImageConfig> Images { get; init; } = new Dictionary<string, ImageConfig>();

    [Description("Workflows: steps that follow each other, rendered for whichever scheduler runs them.")]
    [Pattern(ComponentName, ComponentNameMeaning)]
    public IReadOnlyDictionary<string, WorkflowConfig> Workflows { get; init; } = new Dictionary<string, WorkflowConfig>();

    [Description("The id of the AWS account, which the provider then refuses to leave. Rendered files that name things in AWS need it.")]
    [Pattern("^[0-9]{12}$", "an AWS account id of 12 digits, in quotes")]
    public string? Account { get; init; }

    [Description("Where experiments are written down.")]
    public TrackingConfig? Tracking { get; init; }

    [Description("How versions of data are kept.")]
    public DataVersioningConfig? DataVersioning { get; init; }

    [Description("The team's own policies, which 'strata check' holds resources against.")]
    [Pattern(ComponentName, ComponentNameMeaning)]
    public IReadOnlyDictionary<string, PolicyConfig> Policies { get; init; } = new Dictionary<string, PolicyConfig>();

    [Description("Policies that the stack may break, each with its reason, its owner and its last day.")]
    [Pattern(ComponentName, ComponentNameMeaning)]
    public IReadOnlyDictionary<string, WaiverConfig> Waivers { get; init; } = new Dictionary<string, WaiverConfig>();

    [Description("How the repository's files reach clusters by themselves: Argo CD, Flux, the Pulumi operator.")]
    public GitOpsConfig? GitOps { get; init; }

    [Description("Secret values by name, each encrypted by 'pulumi config set --secret'. Used elsewhere as { secret: name }.")]
    public SecretNames Secrets { get; init; } = SecretNames.None;
}
