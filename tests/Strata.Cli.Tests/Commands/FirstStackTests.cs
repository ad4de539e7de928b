using Strata.Cli;

namespace Strata.Tests.Commands;

public sealed class FirstStackTests : IDisposable
{
    private readonly CommandRunner _strata = new();

    public void Dispose() => _strata.Dispose();

    [Fact]
    public void An_empty_folder_becomes_a_repository_with_a_valid_stack()
    {
        var (exit, _, error) = _strata.Run("init", "--team", "ranking", "--cloud", "aws", "--owner", "ranking@acme.example", "--work", "recommendation");
        Assert.Equal((0, true), (exit, error.Contains("is valid", StringComparison.Ordinal)));
        Assert.Equal(0, _strata.Run("validate").Exit);
        Assert.Equal(0, _strata.Run("set", "ranking-dev", "account", "123456789012").Exit);
        Assert.Equal(0, _strata.Run("render", "ranking-dev").Exit);
        Assert.Contains("FROM", _strata.Read("rendered/ranking-dev/images/trainer/Dockerfile"));
        Assert.Equal(1, _strata.Run("init", "--team", "ranking", "--cloud", "aws", "--owner", "ranking@acme.example").Exit);
    }

    [Fact]
    public void A_stack_on_AWS_with_its_account_renders_at_once_and_without_one_is_told_how()
    {
        var with = _strata.Run("init", "--team", "ranking", "--cloud", "aws", "--owner", "ranking@acme.example", "--target", "123456789012");
        Assert.Contains("See its files with 'strata render ranking-dev'.", with.Error);
        Assert.Equal(0, _strata.Run("render", "ranking-dev").Exit);
        var without = _strata.Run("init", "--team", "pricing", "--cloud", "aws", "--owner", "pricing@acme.example");
        Assert.Contains("strata set pricing-dev account 123456789012", without.Error);
        Assert.Contains("# strata:account:", _strata.Read("stacks/Pulumi.pricing-dev.yaml"));
    }

    [Fact]
    public void Without_a_terminal_what_is_missing_is_named_and_nothing_is_written()
    {
        var (exit, _, error) = _strata.Run("init", "--cloud", "gcp");
        Assert.Equal(ExitCodes.Usage, exit);
        Assert.Contains("--team, --owner, --target are not given", error);
        Assert.Empty(Directory.GetFileSystemEntries(_strata.Root));
    }

    [Fact]
    public void A_wrong_word_is_told_with_the_right_ones()
    {
        var (exit, _, error) = _strata.Run("init", "--team", "a", "--cloud", "awz", "--owner", "a@b.example", "--needs", "gpu", "--budget", "lots", "--name", "../x");
        Assert.Equal(1, exit);
        Assert.Contains("Did you mean 'aws'?", error);
        Assert.Contains("Did you mean 'gpus'?", error);
        Assert.Contains("'lots' is no amount", error);
        Assert.Contains("'../x' is no name", error);
        Assert.Empty(Directory.GetFileSystemEntries(_strata.Root));
    }

    [Fact]
    public void A_stack_grows_by_set_and_add_and_a_typo_changes_nothing()
    {
        _strata.Run("init", "--team", "ranking", "--cloud", "aws", "--owner", "ranking@acme.example", "--needs", "none");
        Assert.Equal(0, _strata.Run("add", "ranking-dev", "compute.nightly", "--kind", "batch", "--set", "machine.cpu=4", "--set", "machine.memory=16Gi", "--set", "max=2", "--set", "access={ lake: read }").Exit);
        Assert.Equal(0, _strata.Run("set", "ranking-dev", "compute.nightly.max", "3").Exit);
        Assert.Contains("nightly: { kind: batch, machine: { cpu: 4, memory: 16Gi }, max: 3, access: { lake: read } }", _strata.Read("stacks/Pulumi.ranking-dev.yaml"));
        var before = _strata.Read("stacks/Pulumi.ranking-dev.yaml");
        var (exit, _, error) = _strata.Run("set", "ranking-dev", "compute.nightly.maks", "3");
        Assert.Equal((1, before), (exit, _strata.Read("stacks/Pulumi.ranking-dev.yaml")));
        Assert.Contains("Did you mean 'max'?", error);
        Assert.Equal(0, _strata.Run("unset", "ranking-dev", "compute.nightly").Exit);
        Assert.DoesNotContain("nightly", _strata.Read("stacks/Pulumi.ranking-dev.yaml"));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void Each_shell_gets_a_script_that_asks_the_program(string shell)
    {
        var (exit, output, _) = _strata.Run("completion", shell);
        Assert.Equal(0, exit);
        Assert.Contains("[suggest:", output);
    }

    [Fact]
    public void The_program_offers_commands() => Assert.Contains("validate", _strata.Run("[suggest:10]", "strata val").Out);

    [Fact]
    public void Options_are_offered_to_who_begins_one_and_no_word_twice()
    {
        Assert.Equal("html\njson\nmarkdown\ntext\n", _strata.Run("[suggest:24]", "strata preview --format ").Out);
        Assert.DoesNotContain("--", _strata.Run("[suggest:15]", "strata preview ").Out);
        Assert.Contains("--format\n", _strata.Run("[suggest:18]", "strata preview --f").Out);
        Assert.Equal("compute.\n", _strata.Run("[suggest:22]", "strata add demo-dev co").Out);
    }

    [Fact]
    public void Without_a_word_there_is_help()
    {
        var (exit, output, _) = _strata.Run();
        Assert.Equal(0, exit);
        Assert.Contains("validate", output);
    }

    [Fact]
    public void Help_of_each_command_ends_with_examples_that_begin_with_it()
    {
        foreach (var command in new[] { "init", "add", "set", "unset", "validate", "explain", "preview", "affected", "check", "cost", "compare", "graph", "render", "comment", "drift", "report", "schema", "up", "destroy", "doctor", "watch", "migrate", "completion" })
        {
            var (exit, output, _) = _strata.Run(command, "--help");
            Assert.Equal(0, exit);
            Assert.Contains($"Examples:\n  strata {command}", output);
        }
    }

    [Fact]
    public void A_format_of_a_newer_version_is_refused_and_this_one_is_current()
    {
        _strata.Run("init", "--team", "ranking", "--cloud", "aws", "--owner", "ranking@acme.example", "--needs", "none");
        Assert.Equal(0, _strata.Run("migrate").Exit);
        _strata.Write("stacks/Pulumi.ranking-dev.yaml", _strata.Read("stacks/Pulumi.ranking-dev.yaml") + "  strata:format: 2\n");
        Assert.Equal(1, _strata.Run("migrate").Exit);
        Assert.Contains("STR695", _strata.Run("validate").Out);
    }
}
