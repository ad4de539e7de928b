namespace Strata.Graph;

/// <summary>How the engine treats a resource, apart from its inputs. Pulumi's resource options of the same names.</summary>
public sealed record ResourceOptions
{
    /// <summary>The component the resource belongs to; null for the stack itself. <see cref="Scope.Add{T}"/> fills it in.</summary>
    public Resource? Parent { get; init; }

    /// <summary>Resources that must exist first although no input refers to them.</summary>
    public IReadOnlyList<Resource> DependsOn { get; init; } = [];

    /// <summary>The engine refuses to delete or replace the resource.</summary>
    public bool Protect { get; init; }

    /// <summary>The engine forgets the resource instead of deleting it.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>Input paths whose later changes are left to others, such as <c>scalingConfig.desiredSize</c>.</summary>
    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    public bool DeleteBeforeReplace { get; init; }

    /// <summary>The provider to use; null for the package's default provider. <see cref="Scope.Add{T}"/> fills it in.</summary>
    public ProviderResource? Provider { get; init; }

    public IReadOnlyList<ResourceAlias> Aliases { get; init; } = [];

    /// <summary>The provider's id of an existing thing to adopt; null creates a new one.</summary>
    public string? Import { get; init; }
}
