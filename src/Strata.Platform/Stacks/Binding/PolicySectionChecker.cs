using System.Globalization;
using Strata.Diagnostics;
using Strata.Platform.Policies;

namespace Strata.Platform.Stacks.Binding;

/// <summary>Checks what the shapes of <c>policies</c> and <c>waivers</c> cannot say.</summary>
internal static class PolicySectionChecker
{
    public static void Check(StackConfig config, DiagnosticBag diagnostics)
    {
        foreach (var (name, policy) in config.Policies)
        {
            // A policy without 'when' has been reported.
            if (policy.When is [])
            {
                diagnostics.Add(PolicySectionErrors.NoConditions(policy.SpanOf(nameof(policy.When)), name));
            }

            foreach (var condition in policy.When ?? [])
            {
                if (ProblemOf(condition) is { } problem)
                {
                    diagnostics.Add(problem);
                }
            }
        }

        string[] known = [.. PolicyCatalog.Codes, .. config.Policies.Keys];
        foreach (var waiver in config.Waivers.Values)
        {
            if (waiver.Code is { } code && !known.Contains(code))
            {
                diagnostics.Add(PolicySectionErrors.UnknownPolicy(waiver.SpanOf(nameof(waiver.Code)), code, known));
            }
        }
    }

    private static Diagnostic? ProblemOf(PolicyConditionConfig condition)
    {
        var word = PropertyNames.OfChoice(condition.Operator.ToString());
        var at = condition.SpanOf(nameof(condition.Value)) ?? condition.SpanOf(nameof(condition.Operator));
        return (condition.Operator, condition.Value) switch
        {
            (PolicyOperator.Exists or PolicyOperator.Absent, null) => null,
            (PolicyOperator.Exists or PolicyOperator.Absent, _) => PolicySectionErrors.ValueNotTaken(at, word),
            (_, null) => PolicySectionErrors.ValueMissing(at, word),
            (PolicyOperator.Above or PolicyOperator.Below, var text) when !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => PolicySectionErrors.NotANumber(at, word, text),
            _ => null,
        };
    }
}
