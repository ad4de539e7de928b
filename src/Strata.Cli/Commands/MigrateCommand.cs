using System.CommandLine;
using Strata.Cli.Files;
using Strata.Diagnostics;
using Strata.Platform.Stacks.Format;
using Strata.Text;

namespace Strata.Cli.Commands;

/// <summary><c>strata migrate</c>: brings stack files to the format of this version.</summary>
internal static class MigrateCommand
{
    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end) =>
        new Command("migrate", "Brings stack files and fragments to the format that this version of Strata writes. There is one format so far, so that it only says whether they are current.")
            .Runs(begin, end, (_, context) => Run(context));

    private static int Run(CommandContext context)
    {
        var disk = new DiskStackFiles(context.Root, context.Stages);
        var files = disk.List();
        var newer = files.Select(disk.Read).Select(source => source is null ? null : StackFormat.Check(source)).OfType<Diagnostic>().ToList();
        context.Report(newer);
        if (newer.Count > 0)
        {
            return ExitCodes.Problems;
        }

        context.Terminal.Say($"{Count.Of(files.Count, "file")}: format {StackFormat.Current}, the only one so far. Nothing to do.");
        return ExitCodes.Fine;
    }
}
