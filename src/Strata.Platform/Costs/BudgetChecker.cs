using Strata.Diagnostics;
using Strata.Platform.Stacks;

namespace Strata.Platform.Costs;

/// <summary>Holds a stack's cost against its budget.</summary>
public static class BudgetChecker
{
    /// <summary>The problem; null when the cost stays below the budget, or there is none.</summary>
    /// <remarks>A budget in another currency needs its rate in the price table: <c>*,*,currency/EUR,each,…</c></remarks>
    public static Diagnostic? Check(StackModel stack, StackCost cost, PriceTable prices)
    {
        if (stack.Config.Budget is not { } budget)
        {
            return null;
        }

        var at = budget.SpanOf(nameof(budget.Monthly));
        var rate = budget.Currency == "USD" ? 1 : prices.Find("*", "*", $"currency/{budget.Currency}")?.Usd;
        if (rate is not { } usd)
        {
            return BudgetErrors.NoRate(at, stack.Name, budget.Currency);
        }

        var limit = (decimal)budget.Monthly * usd;
        return cost.Known.Expected > limit ? BudgetErrors.OverBudget(at, stack.Name, Usd(cost.Known.Expected), Usd(limit), Besides(cost.Unknown))
            : cost.Known.High > limit ? BudgetErrors.MayPassBudget(at, stack.Name, Usd(cost.Known.High), Usd(limit), Besides(cost.Unknown))
            : null;
    }
    private static string Usd(decimal amount) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${amount:#,0}");

    private static string Besides(int unknown) => unknown == 0 ? "" : $", besides {Text.Count.Of(unknown, "part")} without a known price";
}
