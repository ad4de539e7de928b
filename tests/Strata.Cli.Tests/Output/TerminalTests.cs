using System.ComponentModel;
using System.Diagnostics;
using Strata.Cli;
using Strata.Text;

namespace Strata.Tests.Output;

/// <summary>What a terminal shows: in lines that fit, and with nothing left behind.</summary>
public sealed class TerminalTests
{
    [Theory]
    [InlineData("60", 60)]
    [InlineData("200", 200)]
    [InlineData("20", 40)]
    [InlineData("0", 120)]
    [InlineData("wide", 120)]
    [InlineData(null, 120)]
    public void A_person_may_say_how_wide_lines_are(string? columns, int width) => Assert.Equal(width, TerminalWidth.Of(columns, 120));

    [Theory]
    [InlineData("cost fraud-dev")]
    [InlineData("compare fraud-dev --cloud gcp")]
    public void Tables_fit_into_a_narrow_terminal(string command)
    {
        var output = new StringWriter();
        StrataCli.Run([.. command.Split(' ')], new Terminal(output, TextWriter.Null, PlainTextStyle.Instance, PlainTextStyle.Instance, 60), Repository.Root);
        Assert.NotEmpty(output.ToString());

        // A single word may be longer.
        Assert.All(output.ToString().Split('\n'), line => Assert.True(line.Length <= 60 || line.Trim().Split(' ').Length <= 2, line));
    }

    [Fact]
    public void A_full_disk_is_no_success()
    {
        var error = new StringWriter();
        var exit = StrataCli.Run(["explain", "fraud-dev"], new Terminal(new FullWriter(), error, PlainTextStyle.Instance, PlainTextStyle.Instance, 120), Repository.Root);
        Assert.Equal(ExitCodes.Problems, exit);
        Assert.Contains("STR640: Strata had to stop: No space left on device. What it printed", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_told_where_nobody_can_be() => Assert.Equal(
        ExitCodes.Problems, StrataCli.Run(["explain", "fraud-dev"], new Terminal(new FullWriter(), new FullWriter(), PlainTextStyle.Instance, PlainTextStyle.Instance, 120), Repository.Root));

    /// <summary>In a terminal of its own, which 'script' makes: .NET would leave the keys of full-screen programs switched on.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("80")]
    public void A_terminal_is_left_as_it_was(string columns)
    {
        var start = new ProcessStartInfo("script", ["-qec", $"dotnet {Path.Combine(AppContext.BaseDirectory, "strata.dll")} explain fraud-dev compute.gpu --no-color", "/dev/null"])
        {
            RedirectStandardOutput = true, WorkingDirectory = Repository.Root, Environment = { ["TERM"] = "xterm", ["COLUMNS"] = columns },
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            return; // This machine has no 'script'.
        }

        using (process)
        {
            var shown = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Contains("compute.gpu", shown, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', shown);
        }
    }

    private sealed class FullWriter : StringWriter
    {
        public override void Write(char value) => throw new IOException("No space left on device");

        public override void Write(string? value) => throw new IOException("No space left on device");

        public override void Flush() => throw new IOException("No space left on device");
    }
}
