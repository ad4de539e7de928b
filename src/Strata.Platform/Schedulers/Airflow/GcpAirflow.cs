using Strata.Gcp.Composer.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Storage;
using Environment = Strata.Gcp.Composer.Environment;

namespace Strata.Platform.Schedulers;

/// <summary>Airflow as Cloud Composer 3: private, with an account of its own.</summary>
internal static class GcpAirflow
{
    // Without a build the newest of this Airflow version, of which old ones are withdrawn
    // (https://docs.cloud.google.com/composer/docs/composer-versions, read 2026-11-26).
    private const string Airflow2 = "2.11.1";

    // Generally available since build 4 of 2026-04-15, build 12 of 2026-06-29 (https://docs.cloud.google.com/feeds/composer-release-notes.xml).
    private const string Airflow3 = "3.1.7";

    public static AirflowHandle Expand(AirflowConfig config, ComponentContext context)
    {
        AirflowRules.CheckManaged(config, context);
        var version = config.Version == 2 ? Airflow2 : Airflow3;
        var gcp = context.Expansion.Foundations.Gcp;
        var kept = StepAccess.StoreFor(context, config, config.Artifacts, nameof(config.Artifacts));
        var store = (ObjectStoreHandle)kept.Storage;
        var account = GcpServiceAccount.Add(
            context.Scope, context.Expansion, $"{context.Name}-account", [context.Name], $"{context.Name} of {context.Stack.Name}",
            ["roles/composer.worker"]);
        GcpAirflowSteps.Let(context, account);
        foreach (var (storage, level, name) in StorageGrants.Of(context, config, config.Access, kept))
        {
            storage.Grant(context.Scope, $"{context.Name}-{name}", account.Principal(), level);
        }

        var environment = context.Scope.Add(new Environment(context.Name, new ResourceOptions { DependsOn = [gcp.Api("composer"), .. GcpRights.Of(context, account), .. gcp.Network.Ready] })
        {
            Name = context.Named(GcpNames.Composer),
            Region = gcp.Region,
            Labels = GcpResourceLabels.Of(context),
            Config = new EnvironmentConfigArgs
            {
                EnvironmentSize = context.IsProd ? "ENVIRONMENT_SIZE_MEDIUM" : "ENVIRONMENT_SIZE_SMALL",
                ResilienceMode = context.IsProd ? "HIGH_RESILIENCE" : "STANDARD_RESILIENCE",
                EnablePrivateEnvironment = true,
                SoftwareConfig = new EnvironmentConfigSoftwareConfigArgs
                {
                    ImageVersion = $"composer-3-airflow-{version}",
                    PypiPackages = Packages(config),
                    AirflowConfigOverrides = new() { ["core-dags_are_paused_at_creation"] = "False" },
                },
                NodeConfig = new EnvironmentConfigNodeConfigArgs { Network = gcp.Network.Network, Subnetwork = gcp.Network.Subnetwork, ServiceAccount = account.Email },
                EncryptionConfig = gcp.Keys.IdFor("composer") is { } key ? new EnvironmentConfigEncryptionConfigArgs { KmsKeyName = key } : null,
                WorkloadsConfig = Workloads(config, context.IsProd),
                MaintenanceWindow = new EnvironmentConfigMaintenanceWindowArgs
                {
                    // The day is read as the first; the rule says when it comes again.
                    StartTime = "2026-01-04T01:00:00Z",
                    EndTime = "2026-01-04T13:00:00Z",
                    Recurrence = "FREQ=WEEKLY;BYDAY=SU",
                },
            },
        });
        return new AirflowHandle(version, environment.GetOutput<string>("config.airflowUri"), environment.GetOutput<string>("config.dagGcsPrefix"), store.Url, account.Email);
    }

    private static EnvironmentConfigWorkloadsConfigArgs Workloads(AirflowConfig config, bool isProd) => new()
    {
        // A scheduler has one core at most; what parses DAGs is apart from it (https://docs.cloud.google.com/composer/docs/composer-3/scale-environments, read 2026-11-26).
        Scheduler = new() { Cpu = isProd ? 1 : 0.5, MemoryGb = isProd ? 4 : 2, StorageGb = 1, Count = isProd ? 2 : 1 },
        DagProcessor = new() { Cpu = 1, MemoryGb = 4, StorageGb = 1, Count = isProd ? 2 : 1 },
        Triggerer = new() { Cpu = 0.5, MemoryGb = 1, Count = isProd ? 2 : 1 },
        WebServer = new() { Cpu = 1, MemoryGb = isProd ? 4 : 2, StorageGb = 1 },
        Worker = new() { Cpu = isProd ? 2 : 0.5, MemoryGb = isProd ? 8 : 2, StorageGb = 10, MinCount = 1, MaxCount = config.MaxWorkers },
    };

    /// <summary>Composer takes packages and versions apart: <c>{"feast[gcp]": "==0.50.0"}</c> is written as name with extras, and version.</summary>
    private static InputMap<string>? Packages(AirflowConfig config)
    {
        if (config.Requirements.Count == 0)
        {
            return null;
        }

        var packages = new InputMap<string>();
        foreach (var requirement in config.Requirements)
        {
            var at = requirement.IndexOf("==", StringComparison.Ordinal);
            var (name, version) = (requirement[..at], requirement[at..]);
            var extras = name.IndexOf('[', StringComparison.Ordinal);
            packages[extras < 0 ? name : name[..extras]] = extras < 0 ? version : name[extras..] + version;
        }

        return packages;
    }
}
