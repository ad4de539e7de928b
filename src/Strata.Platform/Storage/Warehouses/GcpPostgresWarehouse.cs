using Strata.Gcp.Sql;
using Strata.Gcp.Sql.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>Tables as a Postgres database on Cloud SQL, reached by a private address and with IAM identities only.</summary>
internal static class GcpPostgresWarehouse
{
    public static GcpPostgresHandle Expand(Warehouse config, ComponentContext context)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var network = gcp.Network;

        // The disk grows by itself; setting it back to the size in the file would replace the database.
        var options = context.HoldsData with { DependsOn = [gcp.Api("sqladmin"), .. network.ServicesReady], IgnoreChanges = ["settings.diskSize"] };
        var instance = context.Scope.Add(new DatabaseInstance(context.Name, options)
        {
            Name = context.Named(GcpNames.SqlInstance),
            Region = gcp.Region,
            DatabaseVersion = "POSTGRES_17",
            EncryptionKeyName = gcp.Keys.IdFor("database"),
            Settings = Settings(config, context, network),
            DeletionProtection = context.IsProd,
        });
        var database = context.Scope.Add(new Database(context.Name, context.HoldsData)
        {
            Name = context.Name.Replace('-', '_'),
            Instance = instance.Name,
        });
        return new GcpPostgresHandle(config, gcp, instance, database);
    }

    private static DatabaseInstanceSettingsArgs Settings(Warehouse config, ComponentContext context, GcpNetworkHandle network) => new()
    {
        Edition = "ENTERPRISE",
        Tier = context.Stack.Config.Environment switch
        {
            DeploymentEnvironment.Dev => "db-f1-micro",
            DeploymentEnvironment.Staging => "db-custom-1-3840",
            _ => "db-custom-2-8192",
        },
        AvailabilityType = context.IsProd ? "REGIONAL" : "ZONAL",
        DiskType = "PD_SSD",
        DiskSize = Math.Max(10, config.Size.WholeGibibytes),
        DiskAutoresize = true,
        BackupConfiguration = new DatabaseInstanceSettingsBackupConfigurationArgs
        {
            Enabled = context.Stack.Config.Environment != DeploymentEnvironment.Dev,
            PointInTimeRecoveryEnabled = context.IsProd,
            StartTime = "02:00",
            Location = context.Expansion.Foundations.Gcp.Region,
            BackupRetentionSettings = new DatabaseInstanceSettingsBackupConfigurationBackupRetentionSettingsArgs { RetainedBackups = context.IsProd ? 14 : 7 },
        },
        IpConfiguration = new DatabaseInstanceSettingsIpConfigurationArgs
        {
            Ipv4Enabled = false,
            PrivateNetwork = network.Network,
            EnablePrivatePathForGoogleCloudServices = true,
            SslMode = "ENCRYPTED_ONLY",
        },
        DatabaseFlags = [new DatabaseInstanceSettingsDatabaseFlagArgs { Name = "cloudsql.iam_authentication", Value = "on" }],
        InsightsConfig = new DatabaseInstanceSettingsInsightsConfigArgs { QueryInsightsEnabled = true },
        MaintenanceWindow = new DatabaseInstanceSettingsMaintenanceWindowArgs { Day = 7, Hour = 3, UpdateTrack = "stable" },
        DeletionProtectionEnabled = context.IsProd,

        // Cloud SQL's labels are not among those the provider sets by default.
        UserLabels = Tags.ToInput(Labels.ForGcp(Tags.Of(context.Stack))),
    };
}
