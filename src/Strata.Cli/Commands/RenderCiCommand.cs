using System.CommandLine;
using System.Text.RegularExpressions;
using Strata.Cli.Ci;
using Strata.Cli.Files;
using Strata.Diagnostics;
using Strata.Templating;

namespace Strata.Cli.Commands;

/// <summary><c>strata render ci</c>: the pipelines that preview, comment, apply and look for drift, written into the repository.</summary>
internal static partial class RenderCiCommand
{
    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end)
    {
        var provider = new Option<string>("--provider") { Description = $"The system: {string.Join(", ", CiFiles.Providers)}.", DefaultValueFactory = _ => CiFiles.Providers[0] };
        provider.AcceptOnlyFromAmong(CiFiles.Providers);
        var branch = new Option<string>("--branch") { Description = "The branch that changes are merged into, and applied from.", DefaultValueFactory = _ => "main" };
        var check = new Option<bool>("--check") { Description = "Only say whether the files are current; 2 when they are not." };
        return new Command("ci", "Writes the pipelines of the repository: preview and comment on a pull request, apply on merge, drift every night. See docs/pull-requests.md.") { provider, branch, check }
            .Runs(begin, end, (result, context) => Run(context, result.GetValue(provider)!, result.GetValue(branch)!, result.GetValue(check)));
    }

    private static int Run(CommandContext context, string provider, string branch, bool check)
    {
        var problems = new DiagnosticBag();
        if (!BranchName().IsMatch(branch))
        {
            problems.Add(CiErrors.BadBranch(branch));
        }

        var files = problems.HasErrors ? null : CiFiles.Render(provider, branch, new TemplateLibrary(new DiskTemplates(context.Root, "")), problems);
        if (files is null)
        {
            context.Report(problems.Sorted());
            return ExitCodes.Problems;
        }

        if (check)
        {
            List<Diagnostic> stale = [.. files.Where(file => !IsCurrent(Path.Combine(context.Root, file.Path), file.Text)).Select(file => CiErrors.Stale(file.Path, provider))];
            context.Report(stale);
            return stale.Count == 0 ? ExitCodes.Fine : ExitCodes.Changes;
        }

        foreach (var (path, text) in files)
        {
            try
            {
                var file = Path.Combine(context.Root, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                context.Terminal.Say(AtomicFile.Write(file, text) ? $"Wrote {path}." : $"{path} is current.");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                context.Report([CliErrors.CannotWrite(path, e.Message)]);
                return ExitCodes.Problems;
            }
        }

        return ExitCodes.Fine;
    }

    private static bool IsCurrent(string path, string text) => File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == text;

    [GeneratedRegex(@"\A[A-Za-z0-9][\w./-]{0,200}\z")]
    private static partial Regex BranchName();
}
