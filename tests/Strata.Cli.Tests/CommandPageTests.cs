using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;
using Strata.Cli;
using Strata.Cli.Commands;

namespace Strata.Tests;

/// <summary>Writes docs/commands.md from the command line itself.</summary>
public sealed class CommandPageTests
{
    [Fact]
    public void The_page_of_commands_is_what_the_command_line_takes()
    {
        var root = StrataCli.Describe();
        var text = new StringBuilder("# Commands\n\nEvery command with what it takes. A test writes this page from the command line itself and runs the examples; `strata <command> --help` says the same.\n\n");
        foreach (var command in root.Subcommands)
        {
            text.Append(CultureInfo.InvariantCulture, $"* [`strata {command.Name}`](#strata-{command.Name}): {command.Description}\n");
        }

        text.Append("\n## Options of every command\n");
        Table(text, "option", root.Options.Where(option => option.Recursive && option is not HelpOption).Select(Row));
        text.Append("\nData goes to standard output, everything else to standard error. Exit codes: 0 fine, 1 problems in the input, 2 something would change\n(`--check`, `--diff`, `--detailed-exitcode`, `drift`), 64 wrong usage, 70 a bug of Strata's.\n");
        foreach (var command in root.Subcommands)
        {
            Command(text, command, "strata");
        }

        Golden.CheckFile("docs/commands.md", text.ToString());
    }

    [Fact]
    public void Every_command_has_an_example_that_names_it()
    {
        foreach (var command in StrataCli.Describe().Subcommands)
        {
            var examples = Examples.Of(command.Name);
            Assert.NotEmpty(examples);
            Assert.All(examples, example => Assert.StartsWith($"strata {command.Name}", example, StringComparison.Ordinal));
        }
    }

    private static void Command(StringBuilder text, Command command, string before)
    {
        var name = $"{before} {command.Name}";
        text.Append(CultureInfo.InvariantCulture, $"\n## {name}\n\n{command.Description}\n\n```console\n{name}");
        foreach (var argument in command.Arguments)
        {
            var (first, last) = argument.Arity.MinimumNumberOfValues == 0 ? ("[", "]") : ("", "");
            text.Append(CultureInfo.InvariantCulture, $" {first}{argument.Name}{(argument.Arity.MaximumNumberOfValues > 1 ? "…" : "")}{last}");
        }

        text.Append(command.Options.Any(option => option is not HelpOption) ? " [options]\n```\n" : "\n```\n");
        Table(text, "argument", command.Arguments.Select(argument => ($"`{argument.Name}`", argument.Description ?? "")));
        Table(text, "option", command.Options.Where(option => option is not HelpOption).Select(Row));
        var examples = command.Parents.First() is RootCommand ? Examples.Of(command.Name) : [];
        if (examples.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n```console\n{string.Join('\n', examples)}\n```\n");
        }

        foreach (var sub in command.Subcommands)
        {
            Command(text, sub, name);
        }
    }

    private static (string Name, string Description) Row(Option option)
    {
        var value = option.ValueType == typeof(bool) ? "" : $" {option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant()}";
        var otherwise = option is { HasDefaultValue: true, Required: false } && option.ValueType != typeof(bool) && option.GetDefaultValue() is string { Length: > 0 } text ? $" `{text}` when left out." : "";
        return ($"{string.Join(", ", option.Aliases.Prepend(option.Name).Select(name => $"`{name}{(name == option.Name ? value : "")}`"))}{(option.Required ? " *required*" : "")}", option.Description + otherwise);
    }

    private static void Table(StringBuilder text, string what, IEnumerable<(string Name, string Description)> rows)
    {
        var all = rows.ToList();
        if (all.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n| {what} | |\n| --- | --- |\n");
            all.ForEach(row => text.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {row.Description.Replace("|", @"\|", StringComparison.Ordinal).Replace("<", @"\<", StringComparison.Ordinal)} |\n"));
        }
    }
}
