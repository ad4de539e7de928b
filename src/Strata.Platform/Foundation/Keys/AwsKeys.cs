using Strata.Aws.Kms;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>The stack's KMS keys: one for each purpose, made when first asked for.</summary>
internal sealed class AwsKeys(StackExpansion expansion)
{
    // https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html
    private const int LeastRotation = 90;
    private const int MostRotation = 2560;

    private readonly Dictionary<string, Output<string>> _arns = [];
    private bool _checked;

    /// <summary>
    /// The ARN of the key for a purpose; null where the cloud's own keys are to be used. For <c>storage</c>, <c>logs</c> and
    /// <c>disks</c> the key lets in the services that use it in their own name: Lustre, CloudWatch and EC2.
    /// </summary>
    public Input<string>? ArnFor(string purpose)
    {
        EncryptionConfig config = expansion.Stack.Config.Encryption;
        Check(config);
        if (Existing(config) is { } existing)
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

    /// <summary>The file's own key. In a stack on several clouds it may be a key of another one.</summary>
    private string? Existing(EncryptionConfig config) =>
        config.Existing is { } key && (IsArn(key) || expansion.Stack.Config.Cloud == Cloud.Aws) ? key : null;

    private void Check(EncryptionConfig config)
    {
        if (_checked)
        {
            return;
        }

        _checked = true;
        if (Existing(config) is { } key && !(IsArn(key) && key.Contains($":{expansion.Foundations.Aws.Region}:", StringComparison.Ordinal)))
        {
            expansion.Diagnostics.Add(AwsFoundationErrors.KeyElsewhere(config.SpanOf(nameof(config.Existing)), key, expansion.Foundations.Aws.Region));
        }

        if (config.CustomerKeys && config.Rotation.WholeDays is var days && days is < LeastRotation or > MostRotation)
        {
            expansion.Diagnostics.Add(AwsFoundationErrors.RotationOutOfRange(config.SpanOf(nameof(config.Rotation)), config.Rotation.ToString(), LeastRotation, MostRotation));
        }
    }

    private static bool IsArn(string key) => key.StartsWith("arn:", StringComparison.Ordinal) && key.Contains(":kms:", StringComparison.Ordinal);

    private Output<string> Make(string purpose)
    {
        var config = expansion.Stack.Config;
        var isProd = config.Environment == DeploymentEnvironment.Prod;
        var scope = expansion.Root.AddComponent("strata:foundation:Key", $"{purpose}-key", config.Encryption.Mapping is null ? null : config.SpanOf("Encryption"));
        var key = scope.Add(new Key($"{purpose}-key", new ResourceOptions { Protect = isProd, RetainOnDelete = isProd })
        {
            Description = $"{purpose} of {config.Team} ({expansion.Stack.Name})",
            EnableKeyRotation = true,
            RotationPeriodInDays = config.Encryption.Rotation.WholeDays,
            DeletionWindowInDays = isProd ? 30 : 7,
            Policy = PolicyDocument.Of(AwsKeyPolicy.For(purpose, expansion.Foundations.Aws)),
        });
        scope.Add(new Alias($"{purpose}-key-alias")
        {
            Name = "alias/" + expansion.Named(AwsNames.KmsAlias, purpose),
            TargetKeyId = key.Id,
        });
        return key.Arn;
    }
}
