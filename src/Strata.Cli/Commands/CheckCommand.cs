using System.CommandLine;
using Strata.Cli.Output;
using Strata.Diagnostics;
using Strata.Platform.Policies;
using Strata.Text;

namespace Strata.Cli.Commands;

/// <summary><c>strata check [STACK…]</c>: which policies stacks break.</summary>
internal static class CheckCommand
{
    /// <param name="today">The day that waivers expire by.</param>
    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end, Func<DateOnly> today)
    {
        var stacks = CommandParts.Stacks();
        var format = CommandParts.Format("text", "json", "sarif", "github");
        return new Command("check", "Holds stacks against the policies of Strata and of the team, and says which they break. See docs/policies.md.") { stacks, format }
            .Runs(begin, end, (result, context) => Run(context, result.GetValue(stacks)!, result.GetValue(format)!, today()));
    }

    private static int Run(CommandContext context, IReadOnlyList<string> stacks, string format, DateOnly today)
    {
        if (context.Select(stacks) is not { } names)
        {
            return ExitCodes.Problems;
        }

        var checks = new List<StackFindings>();
        var failed = false;
        context.EachStack(
            "Checking",
            names,
            name =>
            {
                var (graph, diagnostics) = context.Expand(name);
                return (Findings: graph is null ? null : new StackFindings(name, context.Time("check", () => PolicyChecker.Check(context.Stacks.Bind(name)!.Model!, graph, today))), diagnostics);
            },
            (_, result) =>
            {
                context.Report([.. result.diagnostics.Where(problem => problem.Severity == Severity.Error)]);
                failed |= result.Findings is null;
                if (result.Findings is { } findings)
                {
                    checks.Add(findings);
                }
            });
        Write(context.Terminal, checks, format);
        return failed || checks.SelectMany(check => check.Findings).Any(finding => finding is { Severity: Severity.Error, Waiver: null }) ? ExitCodes.Problems : ExitCodes.Fine;
    }

    private static void Write(Terminal terminal, List<StackFindings> checks, string format)
    {
        var bag = new DiagnosticBag();
        bag.AddRange(checks.SelectMany(check => check.Findings).Where(finding => finding.Waiver is null).Select(FindingDiagnostic.Of));
        var sorted = bag.Sorted();
        switch (format)
        {
            case "json":
                FindingJson.Write(terminal.Out, checks);
                break;
            case "sarif":
                DiagnosticSarif.Write(terminal.Out, sorted, ProductVersion.Text);
                break;
            case "github":
                DiagnosticGitHub.Write(terminal.Out, sorted);
                break;
            default:
                if (sorted.Count > 0)
                {
                    DiagnosticText.Write(terminal.Out, sorted, terminal.OutStyle, Math.Min(terminal.Width, 160));
                }

                var waived = checks.Sum(check => check.Findings.Count(finding => finding.Waiver is not null));
                terminal.Say($"{Count.Of(checks.Count, "stack")} checked: {Count.Of(sorted.Count, "finding")}, {waived.ToString(System.Globalization.CultureInfo.InvariantCulture)} waived.");
                break;
        }
    }
}
