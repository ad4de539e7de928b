using Strata.Graph;

namespace Strata.Platform.Compute;

/// <summary>A cluster that exists, for others to use.</summary>
internal sealed record KubernetesClusterHandle(Cluster Config, ProviderResource Provider) : ClusterHandle(Config, Cloud.Kubernetes, Provider);
