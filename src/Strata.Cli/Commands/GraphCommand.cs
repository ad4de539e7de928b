using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using Strata.Graph;
using Strata.Graph.Formats;

namespace Strata.Cli.Commands;

/// <summary><c>strata graph [STACK…]</c>: all that will exist, resource by resource.</summary>
internal static class GraphCommand
{
    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end)
    {
        var stacks = CommandParts.Stacks();
        var format = CommandParts.Format("text", "json", "mermaid", "dot");
        return new Command("graph", "Prints the resources of stacks with their inputs and what they wait for.") { stacks, format }
            .Runs(begin, end, (result, context) => Run(context, result.GetValue(stacks)!, result.GetValue(format)!));
    }

    private static int Run(CommandContext context, IReadOnlyList<string> stacks, string format)
    {
        if (context.Select(stacks) is not { } names)
        {
            return ExitCodes.Problems;
        }

        var terminal = context.Terminal;
        var array = format == "json" && names.Count > 1;
        var exit = ExitCodes.Fine;
        var first = true;
        context.EachStack(
            "Expanding",
            names,
            name =>
            {
                var (graph, diagnostics) = context.Expand(name);
                return (Text: graph is null ? (ReadOnlyMemory<byte>?)null : Write(graph, format, terminal), diagnostics);
            },
            (_, result) =>
            {
                context.Report(result.diagnostics);
                if (result.Text is null)
                {
                    exit = ExitCodes.Problems;
                    return;
                }

                terminal.Out.Write(array ? first ? "[\n" : ",\n" : first ? "" : "\n");
                terminal.WriteUtf8(result.Text.Value.Span);
                first = false;
            },
            streams: true);
        if (array && !first)
        {
            terminal.Out.Write("\n]\n");
        }
        else if (format == "json" && !first)
        {
            terminal.Out.Write('\n');
        }

        return exit;
    }

    private static ReadOnlyMemory<byte> Write(ResourceGraph graph, string format, Terminal terminal)
    {
        if (format == "json")
        {
            var buffer = new ArrayBufferWriter<byte>(64 * 1024);
            using (var json = new Utf8JsonWriter(buffer, GraphJson.Indented))
            {
                GraphJson.Write(json, graph);
            }

            return buffer.WrittenMemory;
        }

        var writer = new StringWriter { NewLine = "\n" };
        switch (format)
        {
            case "mermaid":
                GraphMermaid.Write(writer, graph);
                break;
            case "dot":
                GraphDot.Write(writer, graph);
                break;
            default:
                GraphText.Write(writer, graph, terminal.OutStyle, Math.Min(terminal.Width, 160));
                break;
        }

        return Encoding.UTF8.GetBytes(writer.ToString());
    }
}
