namespace Strata.Platform.Stacks.Drafting;

/// <summary>What teams need as a rule, by what they work on.</summary>
public static class TeamNeeds
{
    public static IReadOnlyList<TeamNeed> Of(TeamWork work) => work switch
    {
        TeamWork.Vision => [TeamNeed.Notebooks, TeamNeed.Gpus, TeamNeed.Workflows, TeamNeed.Models],
        TeamWork.Language => [TeamNeed.Notebooks, TeamNeed.Gpus, TeamNeed.Workflows, TeamNeed.Models],
        TeamWork.Recommendation => [TeamNeed.Notebooks, TeamNeed.Warehouse, TeamNeed.Workflows, TeamNeed.Features, TeamNeed.Models],
        _ => [TeamNeed.Notebooks, TeamNeed.Warehouse, TeamNeed.Workflows, TeamNeed.Models],
    };
}
