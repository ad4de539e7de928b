using System.Text;
using Strata.Text;

namespace Strata.Cli;

/// <summary>Where a command writes: data to <see cref="Out"/>, talk to <see cref="Error"/>.</summary>
/// <param name="Width">In characters; <see cref="int.MaxValue"/> when data goes to no terminal, so that nothing is cut.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, ITextStyle OutStyle, ITextStyle ErrorStyle, int Width)
{
    /// <summary>
    /// The process's own. Colour where a person looks: not when the stream is redirected, <c>NO_COLOR</c> is set or the
    /// terminal is dumb.
    /// </summary>
    public static Terminal OfConsole()
    {
        var colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Terminal(
            Buffered(Console.OpenStandardOutput()),
            Buffered(Console.OpenStandardError()),
            colour && !Console.IsOutputRedirected ? AnsiTextStyle.Instance : PlainTextStyle.Instance,
            colour && !Console.IsErrorRedirected ? AnsiTextStyle.Instance : PlainTextStyle.Instance,
            Console.IsOutputRedirected ? int.MaxValue : Math.Max(40, Console.WindowWidth));
    }

    public Terminal WithoutColour() => this with { OutStyle = PlainTextStyle.Instance, ErrorStyle = PlainTextStyle.Instance };

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
