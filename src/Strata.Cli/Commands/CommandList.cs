using System.CommandLine;
using Strata.Cli.Processes;

namespace Strata.Cli.Commands;

/// <summary>All commands there are.</summary>
internal static class CommandList
{
    private static readonly ProcessRunner Processes = new();

    /// <param name="begin">Gives a command its context, or null after saying why there is none.</param>
    /// <param name="anywhere">Gives a command that needs no repository its context: the nearest one, else the current folder.</param>
    /// <param name="end">Takes the command's exit code.</param>
    public static IEnumerable<Command> Create(Func<ParseResult, CommandContext?> begin, Func<ParseResult, CommandContext> anywhere, Action<int> end) =>
    [
        InitCommand.Create(anywhere, end, () => Console.IsInputRedirected ? null : Console.In),
        ValidateCommand.Create(begin, end),
        ExplainCommand.Create(begin, end),
        EditCommands.Set(begin, end),
        EditCommands.Unset(begin, end),
        EditCommands.Add(begin, end),
        CheckCommand.Create(begin, end, () => CommandContext.Today),
        CostCommand.Create(begin, end),
        CompareCommand.Create(begin, end),
        PreviewCommand.Create(begin, end, Processes),
        AffectedCommand.Create(begin, end, Processes),
        GraphCommand.Create(begin, end),
        RenderCommand.Create(begin, end, Processes),
        ReportCommand.Create(begin, end),
        CommentCommand.Create(begin, end, Environment.GetEnvironmentVariable, Task.Delay),
        DriftCommand.Create(begin, end),
        SchemaCommand.Create(begin, end),
        EngineCommand.Up(begin, end, Processes),
        EngineCommand.Destroy(begin, end, Processes),
        WatchCommand.Create(begin, end),
        MigrateCommand.Create(begin, end),
        CompletionCommand.Create(anywhere, end),
        DoctorCommand.Create(begin, end, Processes, Environment.GetEnvironmentVariable),
    ];
}
