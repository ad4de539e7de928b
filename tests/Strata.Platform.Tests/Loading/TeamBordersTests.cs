namespace Strata.Platform.Tests.Loading;

public sealed class TeamBordersTests
{
    private static StackFolder Folder(string config) => new()
    {
        ["Pulumi.dev.yaml"] = $"config: {{ {config} }}\n",
        ["teams/fraud.yaml"] = "config: { strata:team: fraud, strata:x: 1 }\n",
        ["teams/fraud/gpu.yaml"] = "config: { strata:y: 1 }\n",
        ["teams/churn/base.yaml"] = "config: { strata:extends: teams/fraud/gpu }\n",
        ["teams/churn/thief.yaml"] = "config: { strata:team: fraud }\n",
        ["catalog/leaky.yaml"] = "config: { strata:extends: teams/fraud/gpu }\n",
    };

    [Theory]
    [InlineData("strata:team: fraud, strata:extends: [teams/fraud, teams/fraud/gpu]")]
    [InlineData("strata:extends: [teams/fraud, teams/fraud/gpu]")]
    public void A_team_extends_its_own_fragments(string config) => Folder(config).LoadFine();

    [Theory]
    [InlineData("strata:team: churn, strata:extends: teams/fraud/gpu", "cannot be extended for team 'churn'")]
    [InlineData("strata:team: churn, strata:extends: [teams/fraud]", "cannot be extended for team 'churn'")]
    [InlineData("strata:extends: teams/fraud/gpu", "this stack has no 'strata:team'")]
    [InlineData("strata:team: churn, strata:extends: teams/churn/base", "cannot be extended for team 'churn'")]
    [InlineData("strata:team: fraud, strata:extends: catalog/leaky", "is for every team and cannot extend")]
    [InlineData("strata:team: churn, strata:extends: teams/churn/thief", "sets 'strata:team' to 'fraud'")]
    public void Nothing_leaks_from_one_team_to_another(string config, string part) =>
        Assert.Contains(part, Folder(config).LoadProblem().Message, StringComparison.Ordinal);
}
