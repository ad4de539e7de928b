using Strata.Cli;

namespace Strata.Tests;

public sealed class ProgressTests
{
    [Fact]
    public void What_is_done_in_time_is_not_spoken_of()
    {
        var terminal = new StringWriter();
        using (var progress = new Progress(terminal, TimeSpan.FromMinutes(5)))
        {
            progress.Say("Checking 3 stacks…");
        }

        Assert.Equal("", terminal.ToString());
    }

    [Fact]
    public void What_takes_longer_has_a_line_that_goes_away_again()
    {
        using var terminal = new Screen();
        using (var progress = new Progress(terminal, TimeSpan.Zero))
        {
            progress.Say("Checking 3 stacks…");
            Assert.True(terminal.Shown.Wait(TimeSpan.FromSeconds(30)));
            progress.Say("Checking stacks: 1 of 3…");
            progress.MakeWay(() => terminal.Write("fraud-dev: 3 files, 3 changed.\n"));
        }

        var text = terminal.ToString();
        Assert.Contains("\r\u001b[KChecking stacks: 1 of 3…\r\u001b[Kfraud-dev: 3 files, 3 changed.\n\r\u001b[KChecking stacks: 1 of 3…", text, StringComparison.Ordinal);
        Assert.EndsWith("\r\u001b[K", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_looks_nothing_is_said()
    {
        using var progress = new Progress(null, TimeSpan.Zero);
        progress.Say("Checking 3 stacks…");
        var written = false;
        progress.MakeWay(() => written = true);
        Assert.True(written);
    }

    private sealed class Screen : StringWriter
    {
        public ManualResetEventSlim Shown { get; } = new();

        public override void Flush() => Shown.Set();

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            Shown.Dispose();
        }
    }
}
