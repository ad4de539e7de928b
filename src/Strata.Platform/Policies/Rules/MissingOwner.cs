using Strata.Diagnostics;

namespace Strata.Platform.Policies.Rules;

/// <summary>Stacks nobody answers for.</summary>
internal static class MissingOwner
{
    public static PolicyRule Rule { get; } = new(
        "STR750",
        "missing-owner",
        PolicySubjects.Ownership,
        Severity.Error,
        "Stacks without 'owner'.",
        "Nobody is asked when something breaks, leaks or costs too much, and nobody dares to remove it.")
    {
        OfStack = context => context.Stack.Config.Owner is { Length: > 0 } ? [] : [new("owner", "Nobody answers for the stack. Add 'strata:owner' with a mail address or a group.")],
    };
}
