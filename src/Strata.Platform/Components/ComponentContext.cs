using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Components;

/// <summary>What a component can see while it is expanded.</summary>
/// <param name="Expansion">The whole stack's expansion: foundations and other components.</param>
/// <param name="Name">The component's name in the stack file.</param>
/// <param name="Cloud">The cloud it is on.</param>
/// <param name="Scope">Where its resources go.</param>
internal sealed record ComponentContext(StackExpansion Expansion, string Name, Cloud Cloud, Scope Scope)
{
    public StackModel Stack => Expansion.Stack;

    public DiagnosticBag Diagnostics => Expansion.Diagnostics;

    public bool IsProd => Stack.Config.Environment == DeploymentEnvironment.Prod;

    /// <summary>Options for what holds data: in prod the engine refuses to delete it, and keeps it when told to anyway.</summary>
    public ResourceOptions HoldsData => new() { Protect = IsProd, RetainOnDelete = IsProd };

    /// <summary>The name the cloud knows a thing by: team, stack, component and what it is, in the form the type allows.</summary>
    public string Named(NameRule rule, params string[] more) => Expansion.Named(rule, [Name, .. more]);

    /// <summary>What another component offers, expanded first if need be.</summary>
    public T Use<T>(Ref reference)
        where T : Handle => Expansion.HandleOf<T>(reference);
}
