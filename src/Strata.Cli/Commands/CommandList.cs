using System.CommandLine;
using Strata.Cli.Processes;

namespace Strata.Cli.Commands;

/// <summary>All commands there are.</summary>
internal static class CommandList
{
    private static readonly ProcessRunner Processes = new();

    /// <param name="begin">Gives a command its context, or null after saying why there is none.</param>
    /// <param name="end">Takes the command's exit code.</param>
    public static IEnumerable<Command> Create(Func<ParseResult, CommandContext?> begin, Action<int> end) =>
    [
        ValidateCommand.Create(begin, end),
        ExplainCommand.Create(begin, end),
        PreviewCommand.Create(begin, end, Processes),
        AffectedCommand.Create(begin, end, Processes),
        GraphCommand.Create(begin, end),
        RenderCommand.Create(begin, end, Processes),
        CommentCommand.Create(begin, end, Environment.GetEnvironmentVariable, Task.Delay),
        DriftCommand.Create(begin, end),
        SchemaCommand.Create(begin, end),
        EngineCommand.Up(begin, end, Processes),
        EngineCommand.Destroy(begin, end, Processes),
        DoctorCommand.Create(begin, end, Processes, Environment.GetEnvironmentVariable),
    ];
}
