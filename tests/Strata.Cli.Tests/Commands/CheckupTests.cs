using Strata.Cli;
using Strata.Cli.Commands;
using Strata.Cli.Processes;
using Strata.Text;

namespace Strata.Tests.Commands;

/// <summary>What <c>strata doctor</c> finds on machines that lack this or that, and the command that mends it.</summary>
public sealed class CheckupTests : IDisposable
{
    private static readonly Dictionary<string, (int Exit, string Output)> Complete = new()
    {
        ["dotnet --version"] = (0, "10.0.401"),
        ["git --version"] = (0, "git version 2.47.3"),
        ["pulumi version"] = (0, "v3.257.0"),
        ["pulumi whoami --non-interactive"] = (0, "ada"),
        ["pulumi plugin ls"] = (0, $"NAME  KIND  VERSION  SIZE\naws  resource  {Aws.Plugin.Version}  700 MB\ngcp  resource  {Gcp.Plugin.Version}  300 MB\n"),
    };

    private readonly CommandRunner _repository = new();

    public CheckupTests()
    {
        Assert.Equal(0, _repository.Run("init", "--team", "demo", "--cloud", "aws", "--target", "123456789012", "--owner", "demo@acme.example", "--needs", "notebooks").Exit);
        _repository.Write("infra/Program.cs", "");
    }

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void A_machine_that_has_everything_is_fine() =>
        Assert.All(Find(Complete), finding => Assert.True(finding.Mend is null, $"{finding.What}: {finding.Found}"));

    [Theory]
    [InlineData("dotnet --version", null, ".NET SDK", "not on the path", "https://dotnet.microsoft.com/download")]
    [InlineData("dotnet --version", "8.0.404", ".NET SDK", "8.0.404", "https://dotnet.microsoft.com/download")]
    [InlineData("git --version", null, "git", "not on the path", "apt-get install git")]
    [InlineData("pulumi version", null, "Pulumi CLI", "not on the path", "curl -fsSL https://get.pulumi.com | sh")]
    [InlineData("pulumi version", "v2.25.2", "Pulumi CLI", "v2.25.2", "curl -fsSL https://get.pulumi.com | sh")]
    [InlineData("pulumi whoami --non-interactive", null, "Pulumi backend", "not signed in", "pulumi login")]
    [InlineData("pulumi plugin ls", "NAME  KIND  VERSION\naws  resource  5.0.0\n", "plugin aws", "not installed yet", "pulumi plugin install resource aws ")]
    public void What_is_missing_or_old_is_found_with_the_command_that_mends_it(string command, string? output, string what, string found, string mend)
    {
        var machine = new Dictionary<string, (int Exit, string Output)>(Complete);
        machine.Remove(command);
        if (output is not null)
        {
            machine[command] = (0, output);
        }

        var finding = Assert.Single(Find(machine), finding => finding.What == what);
        Assert.Equal(found, finding.Found);
        Assert.Contains(mend, finding.Mend);
    }

    [Fact]
    public void An_SDK_that_global_json_refuses_is_said_in_one_line()
    {
        var finding = Assert.Single(Find(new(Complete) { ["dotnet --version"] = (145, "The command could not be loaded, possibly because:\n …") }), finding => finding.What == ".NET SDK");
        Assert.Equal("not the one that global.json asks for", finding.Found);
    }

    [Fact]
    public void A_folder_without_the_program_is_told_where_to_get_it()
    {
        Directory.Delete(Path.Combine(_repository.Root, "infra"), recursive: true);
        Assert.Contains("Copy the folders infra/ and src/", Assert.Single(Find(Complete), finding => finding.What == "Pulumi program").Mend);
    }

    [Fact]
    public void Without_credentials_the_sign_in_of_each_cloud_in_use_is_named()
    {
        _repository.Run("init", "--team", "maps", "--cloud", "gcp", "--target", "acme-maps", "--owner", "maps@acme.example", "--needs", "none");
        _repository.Run("init", "--team", "robots", "--cloud", "kubernetes", "--target", "lab", "--owner", "robots@acme.example", "--needs", "none");
        var findings = Find(Complete, variable: null).Where(finding => finding.What.EndsWith(" credentials", StringComparison.Ordinal)).ToDictionary(finding => finding.What, finding => finding.Mend);
        Assert.Equal(["aws credentials", "gcp credentials", "kubernetes credentials"], findings.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("aws configure sso", findings["aws credentials"]);
        Assert.Contains("gcloud auth application-default login", findings["gcp credentials"]);
        Assert.Contains("KUBECONFIG", findings["kubernetes credentials"]);
    }

    [Fact]
    public void Pools_with_GPUs_whose_quota_nobody_asks_for_are_found_and_the_command_mends_it()
    {
        Assert.Equal(0, _repository.Run("add", "demo-dev", "compute.cluster", "--kind", "cluster").Exit);
        Assert.Equal(0, _repository.Run("add", "demo-dev", "compute.gpu", "--kind", "pool", "--set", "machine.cpu=8", "--set", "machine.memory=32Gi", "--set", "machine.gpu.type=l4", "--set", "max=2").Exit);
        var finding = Assert.Single(Find(Complete), finding => finding.What == "quotas of demo-dev");
        Assert.Contains("strata set demo-dev quotas.request true", finding.Mend);
        Assert.Equal(0, _repository.Run("set", "demo-dev", "quotas.request", "true").Exit);
        Assert.Null(Assert.Single(Find(Complete), finding => finding.What == "quotas of demo-dev").Mend);
    }

    [Fact]
    public void The_network_is_looked_at_only_when_asked_for()
    {
        Assert.DoesNotContain(Find(Complete), finding => finding.What == "aws network");
        Assert.Null(Assert.Single(Find(Complete, reaches: (_, _) => true), finding => finding.What == "aws network").Mend);
        Assert.Contains("HTTPS_PROXY", Assert.Single(Find(Complete, reaches: (_, _) => false), finding => finding.What == "aws network").Mend);
    }

    private IReadOnlyList<Finding> Find(Dictionary<string, (int Exit, string Output)> machine, string? variable = "AWS_PROFILE", Func<string, int, bool>? reaches = null)
    {
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, PlainTextStyle.Instance, PlainTextStyle.Instance, 120);
        return new Checkup(new CommandContext(terminal, _repository.Root), new Machine(machine), name => name == variable ? "sandbox" : null, reaches).Findings();
    }

    /// <summary>A machine by what its programs answer; those it does not name are not there, and neither is a home.</summary>
    private sealed class Machine(Dictionary<string, (int Exit, string Output)> answers) : IProcessRunner
    {
        public int? Run(string program, IReadOnlyList<string> arguments, string folder) => null;

        public (int Exit, string Output)? Ask(string program, IReadOnlyList<string> arguments, string folder) =>
            answers.TryGetValue(string.Join(' ', arguments.Prepend(program)), out var answer) ? answer : null;

        public (int Exit, byte[] Output, string Errors)? Read(string program, IReadOnlyList<string> arguments, string folder, string input = "") => null;
    }
}
