using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Strata.Text;

namespace Strata.Cli;

/// <summary>What is wrong with a command line, in a sentence.</summary>
internal static partial class UsageProblem
{
    /// <summary>The first word that is not known, with the nearest that is; else what the parser says; null when all is well.</summary>
    public static string? Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (UnknownWord(parsed) is { } word)
        {
            var known = command.Options.Concat(parsed.RootCommandResult.Command.Options).Select(o => o.Name).Concat(command.Subcommands.Select(c => c.Name));
            var what = word.StartsWith('-') ? "an option taken" : command.Subcommands.Count > 0 ? "a command taken" : "something taken";
            var name = command is RootCommand ? "strata" : $"strata {command.Name}";
            return $"'{word}' is not {what} by '{name}'." + (SpellChecker.Nearest(word, known) is { } nearest ? $" Did you mean '{nearest}'?" : "");
        }

        if (parsed.GetValue<bool>("--quiet") && parsed.GetValue<bool>("--verbose"))
        {
            return "'--quiet' and '--verbose' ask for opposites: give one of them.";
        }

        return parsed.Errors is [var first, ..] ? Sentence(first.Message) : null;
    }

    /// <summary>The parser lists the words that it takes on a line each.</summary>
    private static string Sentence(string message)
    {
        if (Choice().Match(message) is not { Success: true } choice)
        {
            return message.TrimEnd('.') + ".";
        }

        var word = choice.Groups["word"].Value;
        string[] known = [.. choice.Groups["known"].Captures.Select(capture => capture.Value)];
        return $"'{word}' is none of {string.Join(", ", known)}." + (SpellChecker.Nearest(word, known) is { } nearest ? $" Did you mean '{nearest}'?" : "");
    }

    /// <summary>A word nothing took; or an option that is none, which the parser would hand on as the name of a stack.</summary>
    private static string? UnknownWord(ParseResult parsed) =>
        parsed.UnmatchedTokens is [var word, ..]
            ? word
            : parsed.Tokens.FirstOrDefault(t => t.Type == TokenType.Argument && t.Value.StartsWith('-') && t.Value.Length > 1)?.Value;

    [GeneratedRegex(@"^Argument '(?<word>.*)' not recognized\. Must be one of:(\s+'(?<known>[^'\n]*)')+\s*$")]
    private static partial Regex Choice();
}
