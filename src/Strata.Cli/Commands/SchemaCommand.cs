using System.CommandLine;
using System.Text.Json;
using Strata.Cli.Files;
using Strata.Graph.Formats;
using Strata.Platform.Stacks.Schema;

namespace Strata.Cli.Commands;

/// <summary><c>strata schema</c>: the JSON schema by which editors complete and check stack files.</summary>
internal static class SchemaCommand
{
    private const string File = "stacks/stack.schema.json";

    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end)
    {
        var check = new Option<bool>("--check") { Description = "Only say whether the file is current; 2 when it is not." };
        var print = new Option<bool>("--stdout") { Description = "Print it instead of writing the file." };
        return new Command("schema", $"Writes {File}, by which editors complete and check stack files.") { check, print }
            .Runs(begin, end, (result, context) => Run(context, result.GetValue(check), result.GetValue(print)));
    }

    /// <summary>The schema's text as it is in the file.</summary>
    internal static string Text()
    {
        var options = new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = GraphJson.Indented.Encoder };
        return StackSchema.Create().ToJsonString(options) + "\n";
    }

    private static int Run(CommandContext context, bool check, bool print)
    {
        var text = Text();
        var path = Path.Combine(context.Root, File);
        if (print)
        {
            context.Terminal.Out.Write(text);
        }
        else if (check)
        {
            if (!System.IO.File.Exists(path) || System.IO.File.ReadAllText(path) != text)
            {
                context.Report([CliErrors.StaleSchema(File)]);
                return ExitCodes.Changes;
            }
        }
        else
        {
            try
            {
                context.Terminal.Say(AtomicFile.Write(path, text) ? $"Wrote {File}." : $"{File} is current.");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                context.Report([CliErrors.CannotWrite(File, e.Message)]);
                return ExitCodes.Problems;
            }
        }

        return ExitCodes.Fine;
    }
}
