using System.CommandLine;
using System.Globalization;
using Strata.Cli.Files;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform;
using Strata.Platform.Stacks;
using Strata.Platform.Stacks.Drafting;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Cli.Commands;

/// <summary><c>strata init</c>: a first, valid stack file; in an empty folder also what makes it a repository of stacks.</summary>
internal static class InitCommand
{
    public static Command Create(Func<ParseResult, CommandContext> anywhere, Action<int> end, Func<TextReader?> input)
    {
        var options = new InitOptions();
        var command = new Command("init", "Asks what a team needs and writes a valid stack file with remarks. Every question is also an option.");
        foreach (var option in options.All)
        {
            command.Options.Add(option);
        }

        command.SetAction(result => end(Run(anywhere(result), options, result, input())));
        return command;
    }

    private static int Run(CommandContext context, InitOptions options, ParseResult result, TextReader? input)
    {
        var isRepository = RepositoryRoot.Find(context.Root) == context.Root;
        var files = new DiskStackFiles(context.Root, context.Stages);
        var questions = new Questions(context.Terminal, input);
        var (stack, drafts) = options.Ask(questions, result, isRepository ? FragmentsOf(files) : []);
        if (questions.Problems.Count > 0)
        {
            context.Report(questions.Problems);
            return questions.Problems.Any(problem => problem.Code == "STR684") ? ExitCodes.Usage : ExitCodes.Problems;
        }

        List<SourceText> written = isRepository ? [.. drafts] : [new SourceText("Pulumi.yaml", CatalogDraft.Project), .. drafts];
        if (files.Read(written[^1].Path) is not null)
        {
            context.Report([InitErrors.StackExists(written[^1].Path)]);
            return ExitCodes.Problems;
        }

        var repository = new StackRepository(new DraftedFiles(files, written));
        var (graph, diagnostics) = repository.Expand(stack);
        context.Report(diagnostics);
        if (graph is null || diagnostics.Any(problem => problem.Severity == Severity.Error))
        {
            context.Report([InitErrors.DraftNotValid(written[^1].Path)]);
            return ExitCodes.Problems;
        }

        foreach (var file in written)
        {
            var path = Path.Combine(context.Root, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.Write(path, file.Content);
            context.Terminal.Say($"wrote {file.Path}");
        }

        context.Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"The stack '{stack}' is valid: {graph.Resources.Count(resource => resource is not ComponentResource)} resources. See them with 'strata preview {stack}'."));
        context.Terminal.Say(repository.Find(stack)?.Config is { Cloud: Cloud.Aws, Account: null }
            ? $"Its files have the AWS account's id in them: say it with 'strata set {stack} account 123456789012', then 'strata render {stack}'."
            : $"See its files with 'strata render {stack}'.");
        if (written[^1].Content.Contains("# strata:budget", StringComparison.Ordinal))
        {
            context.Terminal.Say("Google Cloud's budgets belong to a billing account: its line in the file is a remark until you put the account's id in.");
        }

        return ExitCodes.Fine;
    }

    /// <summary>The fragments that name a cloud, by that cloud.</summary>
    private static IReadOnlyList<KeyValuePair<Cloud, string>> FragmentsOf(DiskStackFiles files) =>
    [
        .. from path in files.List()
           where path.StartsWith("stacks/catalog/", StringComparison.Ordinal)
           let text = files.Read(path)
           where text is not null
           let config = (YamlReader.Read(text, []) as YamlMapping)?["config"] as YamlMapping
           let word = (config?["strata:cloud"] as YamlScalar)?.Text
           where Enum.TryParse<Cloud>(word, ignoreCase: true, out _)
           select new KeyValuePair<Cloud, string>(Enum.Parse<Cloud>(word, ignoreCase: true), path["stacks/".Length..path.LastIndexOf('.')]),
    ];

    private sealed class DraftedFiles(IStackFiles files, IReadOnlyList<SourceText> drafts) : IStackFiles
    {
        public SourceText? Read(string path) => drafts.FirstOrDefault(draft => draft.Path == path) ?? files.Read(path);

        public IReadOnlyList<string> List() => [.. files.List().Concat(drafts.Select(draft => draft.Path).Where(path => path.StartsWith("stacks/", StringComparison.Ordinal))).Distinct()];
    }
}
