using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Foundation;

/// <summary>Which keys encrypt the stack's data. Everything is encrypted in any case.</summary>
public sealed record EncryptionConfig : ConfigRecord
{
    [Description("A key of the stack's own for each purpose, instead of the cloud's.")]
    public bool CustomerKeys { get; init; } = true;

    [Description("A key that exists already: a KMS key ARN on AWS, a crypto key id on Google Cloud.")]
    public string? Existing { get; init; }

    [Description("How often keys rotate (Google Cloud; AWS takes 90d to 2560d).")]
    public Duration Rotation { get; init; } = Duration.FromDays(90);
}
