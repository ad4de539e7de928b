using Strata.Graph;

namespace Strata.Platform.Foundation;

/// <summary>A namespace of the stack on one cluster.</summary>
/// <param name="Name">The namespace's name.</param>
/// <param name="Resource">What is put into it waits for this.</param>
/// <param name="Scope">Where the namespace's own resources go; its Kubernetes provider is the cluster's.</param>
internal sealed record NamespaceHandle(string Name, Resource Resource, Scope Scope)
{
    /// <summary>The start of the logical names of what is put into it, unique in the stack.</summary>
    public string Prefix => Scope.Component!.LogicalName;
}
