using Strata.Graph;
using Strata.Planning;

namespace Strata.Platform.Previews;

/// <summary>What each operation of a plan could do to people and data.</summary>
internal static class RiskAssessor
{
    /// <summary>At least one for each operation that does something to a resource, heaviest first.</summary>
    public static IReadOnlyList<OperationRisk> Assess(Plan plan, RiskSettings settings)
    {
        var created = plan.Operations.OfType<Create>().Select(operation => operation.Resource).ToHashSet<Resource>(ReferenceEqualityComparer.Instance);
        return
        [
            .. plan.Operations.Where(operation => operation is not Same && operation.Resource is not ComponentResource)
                .SelectMany(operation => Assess(operation, plan, created, settings))
                .OrderByDescending(risk => risk.IsBlocked).ThenBy(risk => risk.Kind),
        ];
    }

    private static List<OperationRisk> Assess(Operation operation, Plan plan, HashSet<Resource> created, RiskSettings settings)
    {
        OperationRisk?[] risks = [DataLossRisk.Of(operation, settings), MoveRisk.Of(operation, plan, settings), DowntimeRisk.Of(operation), AccessRisk.Of(operation, created, settings)];
        var found = risks.OfType<OperationRisk>().ToList();
        return found.Count > 0 ? found : [new OperationRisk(operation, RiskKind.None, Harmless(operation), false)];
    }

    private static string Harmless(Operation operation) => operation switch
    {
        Create => "It is new and touches nothing that exists.",
        Delete { IsRetained: true } => "It is only forgotten: the thing itself stays.",
        Delete => "It holds no data.",
        Replace => "The new one is made before the old one goes, and it holds no data.",
        _ => "It changes in place.",
    };
}
