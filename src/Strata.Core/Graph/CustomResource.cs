namespace Strata.Graph;

/// <summary>A resource that a provider creates, reads, updates and deletes. The base of the generated types.</summary>
public abstract class CustomResource(string type, string name, ResourceOptions? options) : Resource(type, name, options)
{
    /// <summary>The provider's id of the resource; unknown until it exists.</summary>
    public Output<string> Id => GetOutput<string>("id");
}
