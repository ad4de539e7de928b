using System.CommandLine;
using Strata.Cli.Output;
using Strata.Diagnostics;
using Strata.Platform.Costs;

namespace Strata.Cli.Commands;

/// <summary><c>strata cost [STACK…]</c>: what stacks cost in a month.</summary>
internal static class CostCommand
{
    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end)
    {
        var stacks = CommandParts.Stacks();
        var format = CommandParts.Format("text", "json");
        var by = new Option<string>("--by") { Description = "What a line stands for: component, stack, team.", DefaultValueFactory = _ => "component" };
        by.AcceptOnlyFromAmong("component", "stack", "team");
        return new Command("cost", "Says what stacks cost in a month: when little runs, as a rule, and at their limits; and what is not known. See docs/costs.md.") { stacks, by, format }
            .Runs(begin, end, (result, context) => Run(context, result.GetValue(stacks)!, result.GetValue(by)!, result.GetValue(format)!));
    }

    private static int Run(CommandContext context, IReadOnlyList<string> stacks, string by, string format)
    {
        if (context.Select(stacks) is not { } names || context.Prices() is not { } prices)
        {
            return ExitCodes.Problems;
        }

        var costs = new List<StackCost>();
        var problems = new DiagnosticBag();
        var failed = false;
        context.EachStack(
            "Pricing",
            names,
            name =>
            {
                var (graph, diagnostics) = context.Expand(name);
                if (graph is null)
                {
                    return (Cost: (StackCost?)null, Budget: (Diagnostic?)null, diagnostics);
                }

                var model = context.Stacks.Bind(name)!.Model!;
                var cost = context.Time("price", () => CostCalculator.Of(model, graph, prices));
                return (Cost: (StackCost?)cost, Budget: BudgetChecker.Check(model, cost, prices), diagnostics);
            },
            (_, result) =>
            {
                context.Report([.. result.diagnostics.Where(problem => problem.Severity == Severity.Error)]);
                failed |= result.Cost is null;
                if (result.Cost is { } cost)
                {
                    costs.Add(cost);
                }

                if (result.Budget is { } budget)
                {
                    problems.Add(budget);
                }
            });
        var groups = CostGroup.By(by, costs);
        if (format == "json")
        {
            CostJson.Write(context.Terminal.Out, costs, by, groups);
        }
        else
        {
            CostText.Write(context.Terminal, by, groups, costs);
        }

        context.Report(problems.Sorted());
        return failed || problems.HasErrors ? ExitCodes.Problems : ExitCodes.Fine;
    }
}
