using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Strata.Cli.Files;
using Strata.Platform.Stacks;
using Strata.Platform.Stacks.Explain;

namespace Strata.Cli.Commands;

/// <summary>What a shell can offer for the word at the cursor.</summary>
internal static class Completions
{
    /// <summary>Answers a shell's <c>[suggest:POSITION] LINE</c>: one word a line. Options are offered to who begins one, and no word twice.</summary>
    public static void Write(TextWriter writer, RootCommand root, ParseResult asked)
    {
        var line = asked.Tokens is [_, { Value: var text }, ..] ? text : "";
        var digits = asked.Tokens[0].Value.Trim('[', ']').Split(':')[^1];
        var position = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? Math.Min(at, line.Length) : line.Length;
        var before = line[..position];
        var word = before[(before.LastIndexOf(' ') + 1)..];
        var said = before[..^word.Length].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var item in root.Parse(line).GetCompletions(position))
        {
            if (item.Label.StartsWith('-') == word.StartsWith('-') && !item.Label.StartsWith('/') && item.Label != "-?" && !said.Contains(item.Label))
            {
                writer.WriteLine(item.Label);
            }
        }
    }

    /// <summary>The stacks of the repository around the current folder.</summary>
    public static IEnumerable<CompletionItem> Stacks(CompletionContext context) => Repository() is { } stacks ? Items(stacks.Names, context) : [];

    /// <summary>The paths of the stack that the line names, one key further each time.</summary>
    public static IEnumerable<CompletionItem> Paths(CompletionContext context)
    {
        if (Repository() is not { } stacks || context.ParseResult.CommandResult.Tokens is not [var stack, ..] || stacks.Bind(stack.Value)?.Model is not { } model)
        {
            return [];
        }

        var word = context.WordToComplete;
        var start = word.LastIndexOf('.') + 1;
        var next = Explainer.Explain(model).Select(value => value.Path).Where(path => path.StartsWith(word, StringComparison.Ordinal))
            .Select(path => path.IndexOf('.', start) is >= 0 and var end ? path[..end] : path);
        return Items(next.Distinct(), context);
    }

    /// <summary>The sections that components stand in, each with its dot.</summary>
    public static IEnumerable<CompletionItem> Sections(CompletionContext context) =>
        Items(StackRepository.Sections.Select(section => $"{section}."), context);

    private static StackRepository? Repository() => RepositoryRoot.Find(Environment.CurrentDirectory) is { } root ? new StackRepository(new DiskStackFiles(root)) : null;

    private static IEnumerable<CompletionItem> Items(IEnumerable<string> words, CompletionContext context) =>
        words.Where(word => word.StartsWith(context.WordToComplete, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(word => new CompletionItem(word));
}
