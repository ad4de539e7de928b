using System.Globalization;
using Strata.Aws.Budgets;
using Strata.Aws.Budgets.Inputs;
using Strata.Aws.CostExplorer;
using Strata.Aws.CostExplorer.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Foundation;

/// <summary>The stack's budget: what the account spends on things with the stack's tag, and who hears of it.</summary>
internal static class AwsBudget
{
    // A budget belongs to the stack, so that a team's dev stack is not charged with its prod stack.
    private const string Tag = "stack";

    // https://docs.aws.amazon.com/cost-management/latest/userguide/management-limits.html: subscribers of a notification.
    private const int MostRecipients = 10;

    public static void Expand(StackExpansion expansion)
    {
        if (expansion.Stack.Config.Budget is not { } config)
        {
            return;
        }

        if (config.Currency != "USD")
        {
            expansion.Diagnostics.Add(AwsFoundationErrors.OtherCurrency(config.SpanOf(nameof(config.Currency)), config.Currency));
            return;
        }

        if (config.Notify.Count > MostRecipients)
        {
            expansion.Diagnostics.Add(AwsFoundationErrors.TooManyToNotify(config.SpanOf(nameof(config.Notify)), config.Notify.Count, MostRecipients));
        }

        var scope = expansion.Root.AddComponent("strata:foundation:Budget", "aws-budget", config.KeySpan);
        IReadOnlyList<Resource> tags = config.ActivateTag ? [scope.Add(new CostAllocationTag("budget-tag") { TagKey = Tag, Status = "Active" })] : [];
        var after = new ResourceOptions { DependsOn = tags };
        scope.Add(new Budget("budget", after)
        {
            Name = expansion.Named(AwsNames.Budget),
            BudgetType = "COST",
            TimeUnit = "MONTHLY",
            LimitAmount = config.Monthly.ToString("0.##", CultureInfo.InvariantCulture),
            LimitUnit = config.Currency,
            CostFilters = [new BudgetCostFilterArgs { Name = "TagKeyValue", Values = [$"user:{Tag}${expansion.Stack.Name}"] }],
            Notifications = config.Notify.Count == 0
                ? null
                : [Notification(config, "ACTUAL", 50), Notification(config, "ACTUAL", 80), Notification(config, "ACTUAL", 100), Notification(config, "FORECASTED", 100)],
        });
        if (config.Notify.Count > 0)
        {
            AddAnomalies(scope, expansion, config, after);
        }
    }

    private static BudgetNotificationArgs Notification(BudgetConfig config, string kind, double percent) => new()
    {
        ComparisonOperator = "GREATER_THAN",
        NotificationType = kind,
        Threshold = percent,
        ThresholdType = "PERCENTAGE",
        SubscriberEmailAddresses = [.. config.Notify],
    };

    /// <summary>A daily mail when the bill jumps by more than a tenth of the month's budget.</summary>
    private static void AddAnomalies(Scope scope, StackExpansion expansion, BudgetConfig config, ResourceOptions after)
    {
        var monitor = scope.Add(new AnomalyMonitor("budget-anomalies", after)
        {
            Name = expansion.Named(AwsNames.Budget),
            MonitorType = "CUSTOM",
            MonitorSpecification = Output.Json(new ValueMap
            {
                ["Tags"] = new ValueMap { ["Key"] = Tag, ["Values"] = Value.List(expansion.Stack.Name), ["MatchOptions"] = Value.List("EQUALS") },
            }),
        });
        scope.Add(new AnomalySubscription("budget-anomalies")
        {
            Name = expansion.Named(AwsNames.Budget),

            // Mails come daily or weekly; at once only topics hear of it.
            Frequency = "DAILY",
            MonitorArnLists = [monitor.Arn],
            Subscribers = [.. config.Notify.Select(address => new AnomalySubscriptionSubscriberArgs { Type = "EMAIL", Address = address })],
            ThresholdExpression = new AnomalySubscriptionThresholdExpressionArgs
            {
                Dimension = new AnomalySubscriptionThresholdExpressionDimensionArgs
                {
                    Key = "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
                    MatchOptions = ["GREATER_THAN_OR_EQUAL"],
                    Values = [Math.Ceiling(config.Monthly / 10).ToString(CultureInfo.InvariantCulture)],
                },
            },
        });
    }
}
