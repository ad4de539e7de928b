using System.CommandLine;
using Strata.Cli.Processes;
using Strata.Text;

namespace Strata.Cli.Commands;

/// <summary><c>strata doctor</c>: what is missing for applying stacks, and the command that mends it.</summary>
internal static class DoctorCommand
{
    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end, IProcessRunner processes, Func<string, string?> variable)
    {
        var network = new Option<bool>("--network") { Description = "Also see whether the clouds in use can be reached." };
        return new Command("doctor", "Says what is missing on this machine for applying the repository's stacks, and the command that mends it. Needs no network.") { network }
            .Runs(begin, end, (result, context) => Run(context, new Checkup(context, processes, variable, result.GetValue(network) ? Reachability.Reaches : null)));
    }

    private static int Run(CommandContext context, Checkup checkup)
    {
        var findings = context.Working("Asking the tools of this machine", () => context.Time("ask", checkup.Findings));
        var width = findings.Max(f => f.What.Length);
        foreach (var finding in findings)
        {
            var (tone, mark) = finding.Mend is null ? (TextTone.Good, "ok     ") : (TextTone.Caution, "missing");
            context.Terminal.OutStyle.Write(context.Terminal.Out, tone, mark);
            context.Terminal.Out.Write($"  {finding.What.PadRight(width)}  {finding.Found}");
            context.Terminal.Out.Write(finding.Mend is null ? "\n" : $"\n{new string(' ', width + 11)}{finding.Mend}\n");
        }

        return findings.All(f => f.Mend is null) ? ExitCodes.Fine : ExitCodes.Problems;
    }
}
