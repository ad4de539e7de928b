using Strata.Aws.Backup;
using Strata.Aws.Backup.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Storage;

/// <summary>Daily snapshots of a storage class's volumes, which AWS Backup finds by their tag as they come and go.</summary>
internal static class AwsDiskBackups
{
    private const string Policies = "arn:aws:iam::aws:policy/service-role/";

    /// <param name="className">The value of <see cref="AwsBlockStorage.Tag"/> on the class's volumes.</param>
    public static void Add(BlockStorage config, ComponentContext context, string className)
    {
        var name = context.Name;
        var scope = context.Scope;
        var vault = scope.Add(new Vault($"{name}-vault", context.HoldsData)
        {
            Name = context.Named(AwsNames.BackupVault),
            KmsKeyArn = context.Expansion.Foundations.Aws.Keys.ArnFor("disks"),
            ForceDestroy = !context.IsProd,
        });
        var plan = scope.Add(new Plan($"{name}-snapshots")
        {
            Name = context.Named(AwsNames.BackupVault),
            Rules =
            [
                new PlanRuleArgs
                {
                    RuleName = "daily",
                    TargetVaultName = vault.Name,
                    Schedule = "cron(0 2 * * ? *)",

                    // In minutes: begin within an hour, be done within six.
                    StartWindow = 60,
                    CompletionWindow = 360,
                    Lifecycle = new PlanRuleLifecycleArgs { DeleteAfter = config.KeepSnapshots },
                },
            ],
        });
        var role = AwsRole.Add(
            scope,
            context.Expansion,
            $"{name}-backup-role",
            [name, "backup"],
            PolicyStatement.Trust("backup.amazonaws.com"),
            [$"{Policies}AWSBackupServiceRolePolicyForBackup", $"{Policies}AWSBackupServiceRolePolicyForRestores"],
            []);
        scope.Add(new Selection($"{name}-volumes")
        {
            Name = context.Named(AwsNames.BackupVault),
            PlanId = plan.Id,
            IamRoleArn = role.Arn,
            SelectionTags = [new SelectionSelectionTagArgs { Type = "STRINGEQUALS", Key = AwsBlockStorage.Tag, Value = className }],
        });
    }
}
