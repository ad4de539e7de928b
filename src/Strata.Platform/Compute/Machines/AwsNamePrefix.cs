using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>
/// Names of what AWS cannot change in place: only a beginning, so that the new one can exist beside the old one while it is
/// replaced.
/// </summary>
internal static class AwsNamePrefix
{
    /// <summary>What the provider appends: 18 digits of time and 8 of a counter.</summary>
    private const int Suffix = 26;

    /// <summary>The beginning of a name, with the dash that ends it.</summary>
    public static string PrefixFor(this ComponentContext context, NameRule rule, params string[] more) =>
        context.Named(rule with { MaxLength = rule.MaxLength - Suffix - 1 }, more) + "-";
}
