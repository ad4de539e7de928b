using Strata.Diagnostics;
using Strata.Platform.Stacks;
using Strata.Platform.Stacks.Drafting;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Stacks.Drafting;

public sealed class StackDraftTests
{
    [Theory]
    [MemberData(nameof(Combinations))]
    public void Whatever_is_asked_for_the_draft_is_valid(Cloud cloud, TeamWork work, int needs)
    {
        var answers = new StackAnswers("ranking", cloud, DeploymentEnvironment.Dev, "ranking@acme.example", work, [.. Enum.GetValues<TeamNeed>().Where(need => (needs & (1 << (int)need)) != 0)], [CatalogDraft.Name(cloud)])
        {
            Budget = 300,
            Users = ["Ada.L@acme.example", "lin@acme.example"],
            Place = cloud == Cloud.Gcp ? "europe-west4-b" : null,
            Target = cloud switch { Cloud.Aws => "123456789012", Cloud.Gcp => "acme-ranking", _ => "demo" },
        };
        var files = new StackFolder
        {
            [$"{CatalogDraft.Name(cloud)}.yaml"] = CatalogDraft.Of(cloud, "acme", cloud == Cloud.Aws ? "eu-central-1" : "europe-west4"),
            ["Pulumi.ranking-dev.yaml"] = StackDraft.Of(answers),
        };
        var (graph, diagnostics) = new StackRepository(files).Expand("ranking-dev");
        Assert.Equal("", string.Join('\n', diagnostics.Where(problem => problem.Severity >= Severity.Warning)));
        Assert.NotNull(graph);
    }

    public static TheoryData<Cloud, TeamWork, int> Combinations
    {
        get
        {
            var data = new TheoryData<Cloud, TeamWork, int>();
            foreach (var cloud in Enum.GetValues<Cloud>())
            {
                foreach (var work in Enum.GetValues<TeamWork>())
                {
                    // No need, all needs, each alone, and what such a team has as a rule.
                    int[] needs = [0, 63, .. Enum.GetValues<TeamNeed>().Select(need => 1 << (int)need), TeamNeeds.Of(work).Sum(need => 1 << (int)need)];
                    foreach (var mask in needs.Distinct())
                    {
                        data.Add(cloud, work, mask);
                    }
                }
            }

            return data;
        }
    }

    [Fact]
    public void The_draft_is_what_the_golden_says()
    {
        var answers = new StackAnswers("ranking", Cloud.Aws, DeploymentEnvironment.Prod, "ranking@acme.example", TeamWork.Recommendation, TeamNeeds.Of(TeamWork.Recommendation), ["catalog/aws"]) { Budget = 2000, Users = ["ada@acme.example"] };
        Golden.Check("drafts/recommendation-aws.yaml", StackDraft.Of(answers));
    }
}
