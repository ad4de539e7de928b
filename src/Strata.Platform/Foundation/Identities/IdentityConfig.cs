using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Foundation;

/// <summary>An identity that workloads run as: a Kubernetes service account bound to a cloud identity.</summary>
public sealed record IdentityConfig : ComponentConfig
{
    [Description("The storage it may use, and how: { lake: read, features: write }.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();

    [Description("Further policies: managed policy ARNs on AWS, project roles on Google Cloud.")]
    public IReadOnlyList<string> Policies { get; init; } = [];
}
