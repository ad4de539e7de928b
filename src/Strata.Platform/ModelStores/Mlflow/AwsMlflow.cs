using Strata.Aws.Sagemaker;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.ModelStores;

/// <summary>MLflow as SageMaker runs it: people and jobs reach it with their AWS identities. It is billed by the hour, used or not.</summary>
internal static class AwsMlflow
{
    // https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow.html, read 2026-11-26.
    private const string Version = "3.0";

    public static MlflowHandle Expand(MlflowConfig config, ComponentContext context)
    {
        if (config.Host is not null)
        {
            context.Diagnostics.Add(PlatformErrors.MeansNothing(config.SpanOf(nameof(config.Host)), config.Name, "host", "SageMaker gives each signed-in person an address of their own."));
        }

        if (config.IsSet(nameof(config.DefaultPermission)))
        {
            context.Diagnostics.Add(PlatformErrors.MeansNothing(config.SpanOf(nameof(config.DefaultPermission)), config.Name, "defaultPermission", "What people may do is said by their IAM policies."));
        }

        var store = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, config.Artifacts, nameof(config.Artifacts));
        var role = AwsRole.Add(
            context.Scope, context.Expansion, $"{context.Name}-role", [context.Name], PolicyStatement.Trust("sagemaker.amazonaws.com"), [],
            [
                .. store.StatementsFor(AccessLevel.Write),
                new PolicyStatement(
                    ["sagemaker:AddTags", "sagemaker:CreateModelPackage", "sagemaker:CreateModelPackageGroup", "sagemaker:DescribeModelPackageGroup", "sagemaker:UpdateModelPackage"],
                    [Output.Format($"arn:aws:sagemaker:{context.Expansion.Foundations.Aws.Region}:{context.Expansion.Foundations.Aws.AccountId}:model-package*/*")]),
            ]);
        var server = context.Scope.Add(new MlflowTrackingServer(context.Name, context.HoldsData with { DependsOn = AwsRights.Of(context, role) })
        {
            TrackingServerName = context.Named(AwsNames.SageMakerMlflowServer),
            ArtifactStoreUri = Output.Format($"{store.Url}/mlflow"),
            RoleArn = role.Arn,
            MlflowVersion = Version,
            TrackingServerSize = context.IsProd ? "Medium" : "Small",
            AutomaticModelRegistration = true,
            WeeklyMaintenanceWindowStart = "Sun:03:00",
        });
        return new MlflowHandle(config, store.Url, server.Arn, null, null);
    }
}
