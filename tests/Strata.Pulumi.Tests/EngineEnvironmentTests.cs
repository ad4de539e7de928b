using Strata.Diagnostics;
using Strata.Pulumi;

namespace Strata.Tests.Pulumi;

public sealed class EngineEnvironmentTests
{
    private static readonly Dictionary<string, string> Variables = new()
    {
        ["PULUMI_MONITOR"] = "127.0.0.1:4242",
        ["PULUMI_ENGINE"] = "127.0.0.1:4243",
        ["PULUMI_PROJECT"] = "strata",
        ["PULUMI_STACK"] = "fraud-dev",
        ["PULUMI_ORGANIZATION"] = "acme",
        ["PULUMI_CONFIG"] = """{"aws:region":"eu-west-1","strata:storage":"{\"lake\":{}}"}""",
        ["PULUMI_CONFIG_SECRET_KEYS"] = """["strata:secrets"]""",
        ["PULUMI_DRY_RUN"] = "true",
        ["PULUMI_PARALLEL"] = "64",
        ["PULUMI_ROOT_DIRECTORY"] = "/src/strata",
    };

    [Fact]
    public void The_variables_are_read()
    {
        var environment = Read(Variables, out var problems)!;

        Assert.Empty(problems);
        Assert.Equal(("127.0.0.1:4242", "127.0.0.1:4243", "strata", "fraud-dev", "acme"), (environment.Monitor, environment.Engine, environment.Project, environment.Stack, environment.Organization));
        Assert.Equal((true, 64, "/src/strata"), (environment.DryRun, environment.Parallel, environment.RootDirectory));
        Assert.Equal("{\"lake\":{}}", environment.Config["strata:storage"]);
        Assert.Equal(["strata:secrets"], environment.ConfigSecretKeys);
    }

    [Fact]
    public void What_may_be_missing_has_a_default()
    {
        var needed = Variables.Where(entry => entry.Key is "PULUMI_MONITOR" or "PULUMI_ENGINE" or "PULUMI_PROJECT" or "PULUMI_STACK").ToDictionary();

        var environment = Read(needed, out _)!;

        Assert.Equal(("organization", false, 1, null), (environment.Organization, environment.DryRun, environment.Parallel, environment.RootDirectory));
        Assert.Empty(environment.Config);
        Assert.Empty(environment.ConfigSecretKeys);
    }

    [Fact]
    public void Without_an_engine_there_is_one_clear_message()
    {
        Assert.Null(Read([], out var problems));
        Assert.Equal(
            "error STR501: The program was started without the Pulumi engine: the environment variable 'PULUMI_MONITOR' is not set. Run 'pulumi preview' or 'pulumi up' in the folder of Pulumi.yaml, which start it.",
            Assert.Single(problems).ToString());
    }

    [Theory]
    [InlineData("PULUMI_MONITOR", "not an address")]
    [InlineData("PULUMI_ENGINE", "127.0.0.1:port")]
    [InlineData("PULUMI_DRY_RUN", "maybe")]
    [InlineData("PULUMI_PARALLEL", "many")]
    [InlineData("PULUMI_PARALLEL", "99999999999")]
    [InlineData("PULUMI_CONFIG", "{")]
    [InlineData("PULUMI_CONFIG", "[]")]
    [InlineData("PULUMI_CONFIG", """{"a":1}""")]
    [InlineData("PULUMI_CONFIG", """{"a":"\ud800"}""")]
    [InlineData("PULUMI_CONFIG_SECRET_KEYS", "{}")]
    public void What_cannot_be_read_is_named(string name, string value)
    {
        Assert.Null(Read(new Dictionary<string, string>(Variables) { [name] = value }, out var problems));
        Assert.StartsWith($"error STR502: The environment variable '{name}' is not ", Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void At_least_one_registration_is_allowed(string parallel) =>
        Assert.Equal(1, Read(new Dictionary<string, string>(Variables) { ["PULUMI_PARALLEL"] = parallel }, out _)!.Parallel);

    private static EngineEnvironment? Read(Dictionary<string, string> variables, out DiagnosticBag problems)
    {
        problems = [];
        return EngineEnvironment.Read(name => variables.GetValueOrDefault(name), problems);
    }
}
