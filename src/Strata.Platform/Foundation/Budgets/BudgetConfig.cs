using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>A monthly budget. Watched by the cloud where there is one, and by <c>strata cost</c> everywhere.</summary>
public sealed record BudgetConfig : ConfigRecord
{
    [Description("The monthly amount.")]
    [Bounds(1, 100_000_000)]
    public required double Monthly { get; init; }

    [Description("The currency of the amount: AWS budgets take USD only.")]
    [Pattern("^[A-Z]{3}$", "an ISO 4217 code such as USD or EUR")]
    public string Currency { get; init; } = "USD";

    [Description("Mail addresses that hear at 50, 80 and 100 % of the budget, and when the forecast passes it.")]
    public IReadOnlyList<string> Notify { get; init; } = [];

    [Description("The Google Cloud billing account that pays, which its budgets belong to.")]
    [Pattern("^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$", "a billing account id such as 012345-6789AB-CDEF01")]
    public string? BillingAccount { get; init; }

    [Description("Switch the tag on by which the budget counts (AWS). Only in the account that pays the bill, and only a day after the tag was first used; once for all stacks.")]
    public bool ActivateTag { get; init; }
}
