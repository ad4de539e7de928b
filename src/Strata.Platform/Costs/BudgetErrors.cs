using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Costs;

/// <summary>Problems of a stack's cost.</summary>
public static class BudgetErrors
{
    /// <param name="besides">A clause after a comma on what has no known price; empty when all has.</param>
    public static Diagnostic OverBudget(SourceSpan? at, string stack, string cost, string budget, string besides) =>
        Diagnostic.Error("STR793", at, $"The stack '{stack}' costs {cost} a month as a rule, more than its budget of {budget}{besides}. Make it smaller, or raise 'budget.monthly'.");

    public static Diagnostic MayPassBudget(SourceSpan? at, string stack, string cost, string budget, string besides) =>
        Diagnostic.Warning("STR794", at, $"The stack '{stack}' can cost {cost} a month at the limits it sets, more than its budget of {budget}{besides}. Lower 'max' where so much is never needed.");

    public static Diagnostic NoRate(SourceSpan? at, string stack, string currency) =>
        Diagnostic.Warning("STR797", at, $"The budget of the stack '{stack}' is in {currency}, and prices are in US dollars, so it is not checked. Add a line to stacks/prices.csv: *,*,currency/{currency},each,<US dollars for one {currency}>,<source>,<day>.");
}
