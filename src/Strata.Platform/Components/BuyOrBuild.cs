using Strata.Platform.Stacks;
using Strata.Text;

namespace Strata.Platform.Components;

/// <summary>Who runs a component, and who decided that.</summary>
/// <param name="Managed">The cloud does.</param>
/// <param name="Why">A full sentence.</param>
/// <param name="At">The place in a file that decided; null where the catalog did.</param>
internal sealed record BuyOrBuild(bool Managed, string Why, SourceSpan? At)
{
    /// <summary>
    /// The component's own word; else, where both can be had, the stack's <c>prefer</c> and then the catalog's preference; else the
    /// one that can be had.
    /// </summary>
    public static BuyOrBuild Of(ComponentKind kind, PlatformComponentConfig config, StackModel stack)
    {
        var cloud = stack.CloudOf(config);
        if (config.Managed is { } own)
        {
            return new BuyOrBuild(own, "The file says so.", config.SpanOf(nameof(config.Managed)));
        }

        switch (kind.Find(cloud, managed: true), kind.Find(cloud, managed: false))
        {
            case (Built, Built) when stack.Config.Prefer is { } prefer:
                return new BuyOrBuild(prefer == Preference.Managed, $"The stack prefers {PropertyNames.OfChoice(prefer.ToString())} where both can be had.", stack.Config.SpanOf(nameof(StackConfig.Prefer)));

            case (Built, Built):
                var (managed, why) = kind.PreferenceOn(cloud);
                return new BuyOrBuild(managed, why, null);

            case (Built, Refused other):
                return new BuyOrBuild(true, $"Only the cloud can run it here. {other.Reason}", null);

            case (Refused other, _):
                return new BuyOrBuild(false, $"Only the team can run it here. {other.Reason}", null);

            case var (first, second):
                throw new InvalidOperationException($"The catalog does not say who may run '{kind.Section}/{kind.Name}' on {cloud}: {first}, {second}.");
        }
    }
}

/// <summary>Who should run what both the cloud and the team could run.</summary>
public enum Preference
{
    /// <summary>The cloud: more money, less work.</summary>
    Managed,

    /// <summary>The team: less money, more work, the same on every cloud.</summary>
    SelfHosted,
}
