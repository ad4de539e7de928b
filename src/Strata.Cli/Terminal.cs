using System.Text;
using Strata.Text;

namespace Strata.Cli;

/// <summary>Where a command writes: data to <see cref="Out"/>, talk to <see cref="Error"/>.</summary>
/// <param name="Width">In characters; <see cref="int.MaxValue"/> when data goes to no terminal, so that nothing is cut.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, ITextStyle OutStyle, ITextStyle ErrorStyle, int Width)
{
    public Volume Volume { get; init; } = Volume.Normal;

    /// <summary>Where a line of progress may come and go; null when standard error is no terminal.</summary>
    public TextWriter? ProgressTo { get; init; }

    /// <summary>
    /// The process's own. Colour where a person looks: not when the stream is redirected, <c>NO_COLOR</c> is set or the
    /// terminal is dumb.
    /// </summary>
    public static Terminal OfConsole()
    {
        var measured = Console.IsOutputRedirected && Console.IsErrorRedirected ? int.MaxValue : TerminalWidth.Measure();
        var colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Terminal(
            Buffered(Console.OpenStandardOutput()),
            Buffered(Console.OpenStandardError()),
            colour && !Console.IsOutputRedirected ? AnsiTextStyle.Instance : PlainTextStyle.Instance,
            colour && !Console.IsErrorRedirected ? AnsiTextStyle.Instance : PlainTextStyle.Instance,
            Console.IsOutputRedirected ? int.MaxValue : TerminalWidth.Of(Environment.GetEnvironmentVariable("COLUMNS"), measured))
        {
            ProgressTo = Console.IsErrorRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb" ? null : Console.Error,
        };
    }

    /// <summary>The user wants no colours, also of programs that write to this terminal.</summary>
    public bool ForbidsColour { get; private init; }

    public Terminal WithoutColour() => this with { OutStyle = PlainTextStyle.Instance, ErrorStyle = PlainTextStyle.Instance, ForbidsColour = true };

    /// <summary>The same, saying this much.</summary>
    public Terminal At(Volume volume) => this with { Volume = volume, ProgressTo = volume == Volume.Quiet ? null : ProgressTo };

    /// <summary>Says what is good to know and neither data nor a problem: on standard error, not with <c>--quiet</c>.</summary>
    public void Say(string line)
    {
        if (Volume != Volume.Quiet)
        {
            Error.WriteLine(line);
        }
    }

    /// <summary>Writes text that is UTF-8 already: to a stream as it is, for large outputs.</summary>
    public void WriteUtf8(ReadOnlySpan<byte> text)
    {
        if (Out is StreamWriter { Encoding: UTF8Encoding } writer)
        {
            writer.Flush();
            writer.BaseStream.Write(text);
        }
        else
        {
            Out.Write(Encoding.UTF8.GetString(text));
        }
    }

    public void Flush()
    {
        Out.Flush();
        Error.Flush();
    }

    private static StreamWriter Buffered(Stream stream) => new(stream, new UTF8Encoding(false), 64 * 1024) { NewLine = "\n" };
}
