using Strata.Aws.Kms;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Foundation;

/// <summary>The stack's KMS keys: one for each purpose, made when first asked for.</summary>
internal sealed class AwsKeys(StackExpansion expansion)
{
    private readonly Dictionary<string, Output<string>> _arns = [];

    /// <summary>The ARN of the key for a purpose such as <c>storage</c>; null where the cloud's own keys are to be used.</summary>
    public Input<string>? ArnFor(string purpose)
    {
        var config = expansion.Stack.Config.Encryption;
        if (config.Existing is { } existing)
        {
            return existing;
        }

        if (!config.CustomerKeys)
        {
            return null;
        }

        if (!_arns.TryGetValue(purpose, out var arn))
        {
            _arns[purpose] = arn = Make(purpose);
        }

        return arn;
    }

    private Output<string> Make(string purpose)
    {
        var config = expansion.Stack.Config;
        var isProd = config.Environment == Stacks.DeploymentEnvironment.Prod;
        var scope = expansion.Root.AddComponent("strata:foundation:Key", $"{purpose}-key", config.Encryption.Mapping is null ? null : config.SpanOf("Encryption"));
        var key = scope.Add(new Key($"{purpose}-key", new ResourceOptions { Protect = isProd, RetainOnDelete = isProd })
        {
            Description = $"{purpose} of {config.Team} ({expansion.Stack.Name})",
            Policy = AwsKeyPolicy.For(purpose, expansion),
            EnableKeyRotation = true,
            RotationPeriodInDays = Math.Clamp(config.Encryption.Rotation.WholeDays, 90, 2560),
            DeletionWindowInDays = isProd ? 30 : 7,
        });
        scope.Add(new Alias($"{purpose}-key-alias")
        {
            Name = "alias/" + expansion.Named(AwsNames.KmsAlias, purpose),
            TargetKeyId = key.Id,
        });
        return key.Arn;
    }
}
