using Strata.Diagnostics;

namespace Strata.Platform.Policies.Rules;

/// <summary>Stacks in a cloud without a limit that someone hears of.</summary>
internal static class MissingBudget
{
    public static PolicyRule Rule { get; } = new(
        "STR751",
        "missing-budget",
        PolicySubjects.Ownership,
        Severity.Error,
        "Stacks on AWS or Google Cloud without 'budget', or with one that notifies nobody.",
        "A forgotten GPU costs thousands before the bill comes.")
    {
        OfStack = Check,
    };

    private static IEnumerable<PolicyViolation> Check(PolicyContext context)
    {
        var stack = context.Stack;
        if (stack.Config.Cloud == Cloud.Kubernetes && stack.Components.All(component => stack.CloudOf(component) == Cloud.Kubernetes))
        {
            yield break;
        }

        if (stack.Config.Budget is not { } budget)
        {
            yield return new("budget", "The stack has no budget. Add 'strata:budget' with 'monthly' and whom to 'notify'.");
        }
        else if (budget.Notify.Count == 0)
        {
            yield return new("budget.notify", "Nobody hears when the budget is used up. Add mail addresses under 'notify'.") { Span = budget.SpanOf(nameof(budget.Notify)) };
        }
    }
}
