using System.Globalization;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Costs;

/// <summary>Problems of a stack's cost.</summary>
public static class BudgetErrors
{
    public static Diagnostic OverBudget(SourceSpan? at, string stack, decimal cost, decimal budget, int unknown) =>
        Diagnostic.Error("STR793", at, $"The stack '{stack}' costs {Usd(cost)} a month as a rule, more than its budget of {Usd(budget)}{Besides(unknown)}. Make it smaller, or raise 'budget.monthly'.");

    public static Diagnostic MayPassBudget(SourceSpan? at, string stack, decimal cost, decimal budget, int unknown) =>
        Diagnostic.Warning("STR794", at, $"The stack '{stack}' can cost {Usd(cost)} a month at the limits it sets, more than its budget of {Usd(budget)}{Besides(unknown)}. Lower 'max' where so much is never needed.");

    public static Diagnostic NoRate(SourceSpan? at, string stack, string currency) =>
        Diagnostic.Warning("STR797", at, $"The budget of the stack '{stack}' is in {currency}, and prices are in US dollars, so it is not checked. Add a line to stacks/prices.csv: *,*,currency/{currency},each,<US dollars for one {currency}>,<source>,<day>.");

    private static string Usd(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"${amount:#,0}");

    private static string Besides(int unknown) => unknown == 0 ? "" : $", besides {Count.Of(unknown, "part")} without a known price";
}
