using System.CommandLine.Completions;
using Strata.Cli.Files;
using Strata.Platform.Stacks;
using Strata.Platform.Stacks.Explain;

namespace Strata.Cli.Commands;

/// <summary>What a shell can offer for the word at the cursor.</summary>
internal static class Completions
{
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
