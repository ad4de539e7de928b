using Strata.Graph;

namespace Strata.Platform.Components;

/// <summary>
/// What a component offers to others once it is expanded: names, addresses, ways to give access. Other stacks read the same
/// from <see cref="Outputs"/>.
/// </summary>
internal abstract record Handle
{
    /// <summary>The stack outputs of the component; empty when there is nothing to read.</summary>
    public virtual ValueMap Outputs => [];
}
