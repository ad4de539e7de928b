using System.Buffers;
using System.Text;
using System.Text.Json;
using Strata.Cli.Files;
using Strata.Cli.Processes;
using Strata.Graph.Formats;
using Strata.Platform.Stacks;

namespace Strata.Cli.Tests.Previews;

/// <summary>
/// Real git; and in the place of the .NET SDK, a base's program that is this one, except that what it prints differs as it would after
/// a change of the code.
/// </summary>
/// <param name="print">Changes the JSON of a graph.</param>
internal sealed class BaseProgram(Func<string, string>? print) : IProcessRunner
{
    private readonly ProcessRunner _real = new();

    public int Builds { get; private set; }

    public int? Run(string program, IReadOnlyList<string> arguments, string folder) => _real.Run(program, arguments, folder);

    public (int Exit, string Output)? Ask(string program, IReadOnlyList<string> arguments, string folder) => _real.Ask(program, arguments, folder);

    public (int Exit, byte[] Output, string Errors)? Read(string program, IReadOnlyList<string> arguments, string folder, string input = "")
    {
        if (program != "dotnet")
        {
            return _real.Read(program, arguments, folder, input);
        }

        if (arguments[0] == "build")
        {
            Builds++;
            return (print is null ? 1 : 0, [], "");
        }

        return arguments[1] == "graph" ? (0, Encoding.UTF8.GetBytes(Graphs(folder)), "") : (64, [], "'render' is not known.");
    }

    private string Graphs(string folder)
    {
        var stacks = new StackRepository(new DiskStackFiles(folder));
        return $"[{string.Join(',', stacks.Names.Select(name =>
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(buffer, GraphJson.Indented))
            {
                GraphJson.Write(json, stacks.Expand(name).Graph!);
            }

            return print!(Encoding.UTF8.GetString(buffer.WrittenSpan));
        }))}]";
    }
}
