using System.Globalization;
using Strata.Gcp.Billing;
using Strata.Gcp.Billing.Inputs;
using Strata.Gcp.Monitoring;
using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>The stack's budget on the billing account: what the project spends on things with the team's label.</summary>
internal static class GcpBudget
{
    // https://cloud.google.com/billing/docs/how-to/budgets-notification-recipients: five channels a budget.
    private const int MostRecipients = 5;

    public static void Expand(StackExpansion expansion)
    {
        if (expansion.Stack.Config.Budget is not { } config)
        {
            return;
        }

        if (config.BillingAccount is not { } billingAccount)
        {
            expansion.Diagnostics.Add(GcpFoundationErrors.BillingAccountMissing(config.KeySpan));
            return;
        }

        if (config.Notify.Count > MostRecipients)
        {
            expansion.Diagnostics.Add(GcpFoundationErrors.TooManyRecipients(config.SpanOf(nameof(config.Notify)), config.Notify.Count, MostRecipients));
        }

        var gcp = expansion.Foundations.Gcp;
        var scope = expansion.Root.AddComponent("strata:foundation:Budget", "gcp-budget", config.KeySpan);
        List<NotificationChannel> channels = [.. config.Notify.Select(address => scope.Add(Channel(address, gcp.Api("monitoring"))))];
        scope.Add(new Budget("budget", new ResourceOptions { DependsOn = [gcp.Api("billingbudgets")] })
        {
            BillingAccount = billingAccount,
            DisplayName = $"{expansion.Stack.Config.Team} ({expansion.Stack.Name})",
            Amount = new BudgetAmountArgs { SpecifiedAmount = Amount(config) },
            BudgetFilter = new BudgetBudgetFilterArgs
            {
                Projects = [Output.Format($"projects/{gcp.ProjectNumber}")],
                CalendarPeriod = "MONTH",
                Labels = new() { ["team"] = expansion.Stack.Config.Team },
            },
            ThresholdRules =
            [
                Threshold(0.5, "CURRENT_SPEND"),
                Threshold(0.8, "CURRENT_SPEND"),
                Threshold(1, "CURRENT_SPEND"),
                Threshold(1, "FORECASTED_SPEND"),
            ],
            AllUpdatesRule = channels.Count == 0 ? null : new BudgetAllUpdatesRuleArgs
            {
                MonitoringNotificationChannels = [.. channels.Select(channel => channel.Name)],
                DisableDefaultIamRecipients = true,
            },
        });
    }

    private static NotificationChannel Channel(string address, Resource api) => new($"budget-{GcpPrincipal.Slug(address)}", new ResourceOptions { DependsOn = [api] })
    {
        Type = "email",
        DisplayName = address,
        Labels = new() { ["email_address"] = address },
    };

    private static BudgetAmountSpecifiedAmountArgs Amount(BudgetConfig config)
    {
        var units = Math.Truncate(config.Monthly);
        var nanos = (int)Math.Round((config.Monthly - units) * 1e9);
        return new BudgetAmountSpecifiedAmountArgs
        {
            CurrencyCode = config.Currency,
            Units = units.ToString("F0", CultureInfo.InvariantCulture),
            Nanos = nanos == 0 ? null : nanos,
        };
    }

    private static BudgetThresholdRuleArgs Threshold(double part, string basis) => new() { ThresholdPercent = part, SpendBasis = basis };
}
