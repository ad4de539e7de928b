using Strata.Text;

namespace Strata.Graph;

/// <summary>
/// Where resources are added: the stack itself or one of its components. What is added gets the scope's component as parent
/// and the scope's provider for its package, unless it names its own.
/// </summary>
public sealed class Scope
{
    private readonly List<Resource> _resources;
    private readonly Dictionary<string, ProviderResource> _providers;

    /// <summary>The scope of a whole stack.</summary>
    public Scope()
        : this([], [], null)
    {
    }

    private Scope(List<Resource> resources, Dictionary<string, ProviderResource> providers, ComponentResource? component)
    {
        _resources = resources;
        _providers = providers;
        Component = component;
    }

    /// <summary>
    /// What the component was called before. Its children, whose names begin with the component's, get the alias that follows, so that
    /// renaming a component replaces nothing.
    /// </summary>
    public string? FormerName { get; init; }

    /// <summary>The component that resources are added to; null in the scope of the stack itself.</summary>
    public ComponentResource? Component { get; }

    /// <summary>Everything added so far to the stack, in order.</summary>
    public IReadOnlyList<Resource> Resources => _resources;

    /// <summary>Adds a resource and gives it back.</summary>
    public T Add<T>(T resource)
        where T : Resource
    {
        var options = resource.ResourceOptions;
        resource.ResourceOptions = options with
        {
            Parent = options.Parent ?? Component,
            Provider = options.Provider ?? (resource is CustomResource and not ProviderResource ? _providers.GetValueOrDefault(resource.PackageName) : null),
            Aliases = FormerNameOf(resource.LogicalName) is { } former ? [.. options.Aliases, new ResourceAlias(former)] : options.Aliases,
        };
        _resources.Add(resource);
        return resource;
    }

    /// <summary>Adds a component and gives the scope of its children.</summary>
    /// <param name="type">A token such as <c>strata:storage:ObjectStore</c>.</param>
    /// <param name="origin">Where the stack file asks for it.</param>
    /// <param name="formerName">What it was called before; null when it always had its name.</param>
    public Scope AddComponent(string type, string name, SourceSpan? origin = null, ResourceOptions? options = null, string? formerName = null)
    {
        var component = new ComponentResource(type, name, formerName is null ? options : (options ?? new()) with { Aliases = [new ResourceAlias(formerName)] }) { Origin = origin };
        return new Scope(_resources, new Dictionary<string, ProviderResource>(_providers), Add(component)) { FormerName = formerName };
    }

    /// <summary>Makes a provider, added before, the one for its package: here and in scopes made from here on.</summary>
    public T Use<T>(T provider)
        where T : ProviderResource
    {
        _providers[provider.PackageName] = provider;
        return provider;
    }

    /// <summary>The provider in use for a package, or null for the engine's default one.</summary>
    public ProviderResource? ProviderOf(string package) => _providers.GetValueOrDefault(package);

    private string? FormerNameOf(string name)
    {
        if (FormerName is null || Component is null || !name.StartsWith(Component.LogicalName, StringComparison.Ordinal))
        {
            return null;
        }

        return FormerName + name[Component.LogicalName.Length..];
    }
}
