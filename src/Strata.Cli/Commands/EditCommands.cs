using System.CommandLine;
using Strata.Cli.Files;
using Strata.Platform.Stacks.Editing;

namespace Strata.Cli.Commands;

/// <summary><c>strata set</c>, <c>unset</c> and <c>add</c>: change one thing of a stack file, and keep its remarks and order.</summary>
internal static class EditCommands
{
    public static Command Set(Func<ParseResult, CommandContext?> begin, Action<int> end)
    {
        var (stack, path) = (CommandParts.Stack(), Path("The value's path, such as compute.gpu.max."));
        var value = new Argument<string>("VALUE") { Description = "The new value: 8, true, eu-west-1, '[ada, lin]', '{ type: l4, count: 1 }'." };
        return new Command("set", "Sets a value in a stack file, unless the stack would not be valid with it.") { stack, path, value }
            .Runs(begin, end, (result, context) => Run(context, result.GetValue(stack)!, $"{result.GetValue(path)} is {result.GetValue(value)}", name =>
                StackEditor.Set(new DiskStackFiles(context.Root, context.Stages), name, result.GetValue(path)!, result.GetValue(value)!)));
    }

    public static Command Unset(Func<ParseResult, CommandContext?> begin, Action<int> end)
    {
        var (stack, path) = (CommandParts.Stack(), Path("The value's path, such as compute.gpu.max."));
        return new Command("unset", "Takes a value out of a stack file, so that fragments and defaults count.") { stack, path }
            .Runs(begin, end, (result, context) => Run(context, result.GetValue(stack)!, $"{result.GetValue(path)} is gone", name =>
                StackEditor.Unset(new DiskStackFiles(context.Root, context.Stages), name, result.GetValue(path)!)));
    }

    public static Command Add(Func<ParseResult, CommandContext?> begin, Action<int> end)
    {
        var (stack, component) = (CommandParts.Stack(), new Argument<string>("COMPONENT") { Description = "Section and name, such as compute.gpu.", CompletionSources = { Completions.Sections } });
        var kind = new Option<string?>("--kind") { Description = "What it is, in sections with kinds: objects, pool, batch …" };
        var engine = new Option<string?>("--engine") { Description = "The system it is, in sections with engines: airflow, mlflow, kserve …" };
        var set = new Option<string[]>("--set") { Description = "A value of it as PATH=VALUE, such as machine.cpu=8. Can be repeated.", DefaultValueFactory = _ => [] };
        set.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1) is { } wrong)
            {
                result.AddError($"'--set {wrong.Value}' has not the form PATH=VALUE");
            }
        });
        return new Command("add", "Adds a component to a stack file, unless the stack would not be valid with it.") { stack, component, kind, engine, set }
            .Runs(begin, end, (result, context) => Run(context, result.GetValue(stack)!, $"{result.GetValue(component)} is there", name =>
            {
                var values = new List<KeyValuePair<string, string>>();
                foreach (var (key, word) in new[] { ("kind", result.GetValue(kind)), ("engine", result.GetValue(engine)) })
                {
                    if (word is not null)
                    {
                        values.Add(new(key, word));
                    }
                }

                values.AddRange(result.GetValue(set)!.Select(pair => new KeyValuePair<string, string>(pair[..pair.IndexOf('=', StringComparison.Ordinal)], pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..])));
                return StackEditor.Add(new DiskStackFiles(context.Root, context.Stages), name, result.GetValue(component)!, values);
            }));
    }

    private static Argument<string> Path(string description) => new("PATH") { Description = description, CompletionSources = { Completions.Paths } };

    private static int Run(CommandContext context, string stack, string done, Func<string, StackEdit> edit)
    {
        if (context.Select([stack]) is null)
        {
            return ExitCodes.Problems;
        }

        var made = edit(stack);
        context.Report(made.Diagnostics);
        if (made.File is not { } file)
        {
            return ExitCodes.Problems;
        }

        try
        {
            var changed = AtomicFile.Write(System.IO.Path.Combine(context.Root, file.Path), file.Content);
            context.Terminal.Say(changed ? $"{file.Path}: {done}." : $"{file.Path}: nothing to change.");
            return ExitCodes.Fine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Report([CliErrors.CannotWrite(file.Path, e.Message)]);
            return ExitCodes.Problems;
        }
    }
}
