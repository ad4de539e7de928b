using Strata.Aws.Ec2;
using Strata.Aws.Iam;
using Strata.Aws.Sagemaker.Inputs;
using Strata.Platform.Units;

namespace Strata.Platform.Workspaces;

/// <summary>What every user of a domain starts with.</summary>
internal static class StudioSettings
{
    /// <param name="idle">After how long notebooks stop; null for never.</param>
    public static DomainDefaultUserSettingsArgs Of(StudioConfig config, Role role, SecurityGroup group, Duration? idle) => new()
    {
        ExecutionRole = role.Arn,
        SecurityGroups = [group.Id],
        StudioWebPortal = "ENABLED",
        DefaultLandingUri = "studio::",
        AutoMountHomeEfs = "Enabled",
        SharingSettings = new() { NotebookOutputOption = "Disabled" },
        JupyterLabAppSettings = new()
        {
            DefaultResourceSpec = new() { InstanceType = config.Instance },
            AppLifecycleManagement = idle is null ? null : new() { IdleSettings = new() { LifecycleManagement = "ENABLED", IdleTimeoutInMinutes = idle.WholeMinutes, MinIdleTimeoutInMinutes = 60, MaxIdleTimeoutInMinutes = idle.WholeMinutes } },
        },
        CodeEditorAppSettings = new()
        {
            DefaultResourceSpec = new() { InstanceType = config.Instance },
            AppLifecycleManagement = idle is null ? null : new() { IdleSettings = new() { LifecycleManagement = "ENABLED", IdleTimeoutInMinutes = idle.WholeMinutes, MinIdleTimeoutInMinutes = 60, MaxIdleTimeoutInMinutes = idle.WholeMinutes } },
        },
        SpaceStorageSettings = new()
        {
            DefaultEbsStorageSettings = new() { DefaultEbsVolumeSizeInGb = config.SpaceSize.WholeGibibytes, MaximumEbsVolumeSizeInGb = config.SpaceSize.WholeGibibytes * 5 },
        },
    };

    /// <summary>Of the spaces that people share, which their own settings say nothing of: these stop when idle too.</summary>
    public static DomainDefaultSpaceSettingsArgs OfShared(StudioConfig config, Role role, SecurityGroup group, Duration? idle) => new()
    {
        ExecutionRole = role.Arn,
        SecurityGroups = [group.Id],
        JupyterLabAppSettings = new()
        {
            DefaultResourceSpec = new() { InstanceType = config.Instance },
            AppLifecycleManagement = idle is null ? null : new() { IdleSettings = new() { LifecycleManagement = "ENABLED", IdleTimeoutInMinutes = idle.WholeMinutes, MinIdleTimeoutInMinutes = 60, MaxIdleTimeoutInMinutes = idle.WholeMinutes } },
        },
        SpaceStorageSettings = new()
        {
            DefaultEbsStorageSettings = new() { DefaultEbsVolumeSizeInGb = config.SpaceSize.WholeGibibytes, MaximumEbsVolumeSizeInGb = config.SpaceSize.WholeGibibytes * 5 },
        },
    };
}
