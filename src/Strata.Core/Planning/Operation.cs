using Strata.Graph;
using Strata.Graph.Formats;

namespace Strata.Planning;

/// <summary>What happens to one resource.</summary>
/// <param name="Identity">As <see cref="ResourceIdentity"/> says: what the engine knows the resource by from now on.</param>
/// <param name="Resource">The resource as it will be or, when it is deleted, as it was.</param>
public abstract record Operation(string Identity, Resource Resource)
{
    public abstract OperationKind Kind { get; }

    /// <summary>The engine will refuse, because the resource is protected.</summary>
    public virtual bool IsRefused => false;
}

/// <summary>An operation on a resource that exists before and after.</summary>
/// <param name="Before">The resource as it was.</param>
/// <param name="Changes">Differences of its inputs, in the order of the inputs; those it ignores are left out.</param>
/// <param name="OptionChanges">Differences of its options: <c>protect</c>, <c>retainOnDelete</c>, <c>provider</c>, ….</param>
public abstract record Kept(
    string Identity, Resource Resource, Resource Before, IReadOnlyList<PropertyChange> Changes, IReadOnlyList<PropertyChange> OptionChanges)
    : Operation(Identity, Resource)
{
    /// <summary>The identity it had, when an alias says that it was renamed or moved; else null.</summary>
    public string? FormerIdentity => ResourceIdentity.Of(Before) is var former && former != Identity ? former : null;

    /// <summary>The same in few words: the former name, with the type when that was another; the whole identity when only what it stands under was.</summary>
    public string? FormerName => FormerIdentity is not { } former ? null
        : Before.TypeToken != Resource.TypeToken ? $"{TypeName.Short(Before.TypeToken)} {Before.LogicalName}"
        : Before.LogicalName != Resource.LogicalName ? Before.LogicalName
        : former;

    /// <summary>The heaviest of the changes.</summary>
    public Replacement Replacement { get; } = Changes.Concat(OptionChanges).Select(change => change.Replacement).DefaultIfEmpty().Max();
}

public sealed record Create(string Identity, Resource Resource) : Operation(Identity, Resource)
{
    public override OperationKind Kind => OperationKind.Create;
}

/// <summary>A change in place; with <see cref="Kept.Replacement"/> conditional or unknown, the provider may still replace.</summary>
public sealed record Update(
    string Identity, Resource Resource, Resource Before, IReadOnlyList<PropertyChange> Changes, IReadOnlyList<PropertyChange> OptionChanges)
    : Kept(Identity, Resource, Before, Changes, OptionChanges)
{
    public override OperationKind Kind => OperationKind.Update;
}

/// <summary>At least one change is certain to replace the resource.</summary>
public sealed record Replace(
    string Identity, Resource Resource, Resource Before, IReadOnlyList<PropertyChange> Changes, IReadOnlyList<PropertyChange> OptionChanges)
    : Kept(Identity, Resource, Before, Changes, OptionChanges)
{
    public override OperationKind Kind => OperationKind.Replace;

    /// <summary>The old one goes before the new one comes: there is a time without either.</summary>
    public bool DeletesFirst => Resource.ResourceOptions.DeleteBeforeReplace || Resource.TypeFacts.DeleteBeforeReplace;

    /// <summary>The engine looks at the new options here: protection can be taken off in the same update.</summary>
    public override bool IsRefused => Resource.ResourceOptions.Protect;
}

public sealed record Delete(string Identity, Resource Resource) : Operation(Identity, Resource)
{
    public override OperationKind Kind => OperationKind.Delete;

    /// <summary>The engine only forgets it; the thing itself stays.</summary>
    public bool IsRetained => Resource.ResourceOptions.RetainOnDelete;

    /// <summary>The engine looks at the old options here: protection must be taken off in an update before.</summary>
    public override bool IsRefused => Resource.ResourceOptions.Protect;
}

/// <summary>Nothing to do, except perhaps to note a new name.</summary>
public sealed record Same(string Identity, Resource Resource, Resource Before) : Kept(Identity, Resource, Before, [], [])
{
    public override OperationKind Kind => OperationKind.Same;
}
