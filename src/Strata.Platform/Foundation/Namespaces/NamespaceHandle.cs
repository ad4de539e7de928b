using Strata.Graph;

namespace Strata.Platform.Foundation;

/// <summary>The team's namespace on one cluster.</summary>
/// <param name="Name">The namespace's name.</param>
/// <param name="Resource">What is put into it waits for this.</param>
/// <param name="Scope">Where the namespace's own resources go; its Kubernetes provider is the cluster's.</param>
internal sealed record NamespaceHandle(string Name, Resource Resource, Scope Scope);
