namespace Strata.Graph;

/// <summary>A configured provider, <c>pulumi:providers:aws</c> and its like: which region, which tags, which cluster.</summary>
public abstract class ProviderResource(string package, string name, ResourceOptions? options)
    : CustomResource($"pulumi:providers:{package}", name, options);
