using Strata.Cli;
using Strata.Cli.Commands;
using Strata.Text;

namespace Strata.Tests.Commands;

/// <summary>How much commands say: as a rule, with <c>--quiet</c> and with <c>--verbose</c>.</summary>
public sealed class VolumeTests
{
    [Theory]
    [InlineData("validate")]
    [InlineData("check")]
    [InlineData("preview")]
    [InlineData("schema")]
    [InlineData("migrate")]
    [InlineData("render")]
    [InlineData("render ci")]
    [InlineData("report")]
    [InlineData("set demo-dev storage.lake.versioning true")]
    [InlineData("init --team other --cloud aws --owner other@acme.example")]
    public void Quiet_says_nothing_that_is_neither_data_nor_an_error(string command)
    {
        using var repository = Demo();
        var (exit, _, error) = repository.Run([.. command.Split(' '), "--quiet"]);
        Assert.Equal((ExitCodes.Fine, ""), (exit, error));
    }

    [Fact]
    public void Quiet_still_says_errors_and_the_exit_code_is_the_same()
    {
        using var repository = Demo();
        var (exit, _, error) = repository.Run("-q", "preview", "demo-dve");
        Assert.Equal(ExitCodes.Problems, exit);
        Assert.Contains("Did you mean 'demo-dev'?", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_leaves_the_data_as_it_is()
    {
        using var repository = Demo();
        Assert.Equal(repository.Run("graph", "demo-dev").Out, repository.Run("graph", "demo-dev", "--quiet").Out);
    }

    [Fact]
    public void Verbose_says_what_was_read_and_how_long_each_stage_took()
    {
        using var repository = Demo();
        var (exit, output, error) = repository.Run("cost", "demo-dev", "--verbose");
        Assert.Equal(ExitCodes.Fine, exit);
        Assert.Equal(repository.Run("cost", "demo-dev").Out, output);
        Assert.Contains("read stacks/Pulumi.demo-dev.yaml\n", error, StringComparison.Ordinal);
        foreach (var stage in new[] { "start", "read", "bind", "expand", "price", "in all" })
        {
            Assert.Matches($@"(?m)^{stage} +\d+ ms", error);
        }
    }

    [Fact]
    public void Quiet_and_verbose_together_are_refused()
    {
        using var repository = Demo();
        var (exit, _, error) = repository.Run("validate", "-q", "-v");
        Assert.Equal(ExitCodes.Usage, exit);
        Assert.Contains("'--quiet' and '--verbose' ask for opposites", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("validat")]
    [InlineData("preview nothing")]
    [InlineData("check demo-dev")]
    [InlineData("cost demo-dev")]
    [InlineData("doctor")]
    public void No_command_writes_colours_when_none_are_wanted(string command)
    {
        using var repository = Demo();
        StringWriter written = new();
        StrataCli.Run([.. command.Split(' '), "--no-color"], new Terminal(written, written, AnsiTextStyle.Instance, AnsiTextStyle.Instance, 120), repository.Root);
        Assert.DoesNotContain('\u001b', written.ToString());
    }

    [Fact]
    public void Every_command_takes_the_options_that_say_how_much_is_said()
    {
        using var folder = new CommandRunner();
        foreach (var command in CommandList.Create(_ => null, _ => throw new InvalidOperationException(), _ => { }))
        {
            var help = folder.Run(command.Name, "--help").Out;
            Assert.All(["--quiet", "--verbose", "--no-color", "--root"], option => Assert.Contains(option, help, StringComparison.Ordinal));
        }
    }

    private static CommandRunner Demo()
    {
        var repository = new CommandRunner();
        Assert.Equal(ExitCodes.Fine, repository.Run("init", "--team", "demo", "--cloud", "aws", "--target", "123456789012", "--owner", "demo@acme.example").Exit);
        return repository;
    }
}
