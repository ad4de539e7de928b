using Strata.Platform.Stacks;
using Strata.Platform.Stacks.Binding;

namespace Strata.Platform.Components;

/// <summary>Finds the component that another one uses.</summary>
internal static class ComponentChoice
{
    /// <summary>The component that is named or, when none is, the stack's only one of its kind on the component's cloud.</summary>
    /// <param name="config">The component that uses it.</param>
    /// <param name="property">The property that names it, as <c>nameof</c> gives it.</param>
    /// <exception cref="ExpansionStoppedException">There is none, or several; which is among the diagnostics.</exception>
    public static THandle Choose<TConfig, THandle>(this ComponentContext context, ComponentConfig config, Ref<TConfig>? named, string property)
        where TConfig : ComponentConfig
        where THandle : Handle
    {
        if (named is not null)
        {
            return context.Use<THandle>(named);
        }

        List<TConfig> candidates = [.. context.Stack.Components.OfType<TConfig>().Where(c => context.Stack.CloudOf(c) == context.Cloud).OrderBy(c => c.Name, StringComparer.Ordinal)];
        if (candidates is [var only])
        {
            return context.Expansion.HandleOf<THandle>(only);
        }

        // One that is broken has said so itself.
        if (candidates.Count > 0 || !context.Stack.AllComponents.OfType<TConfig>().Any(c => c.IsBroken))
        {
            context.Diagnostics.Add(BindingErrors.NeedsOneOf(config.KeySpan, config.Name, KindNames.Of(typeof(TConfig)), PropertyNames.InFiles(property), [.. candidates.Select(c => c.Name)]));
        }

        throw new ExpansionStoppedException();
    }
}
