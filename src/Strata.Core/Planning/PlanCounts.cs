using Strata.Graph;

namespace Strata.Planning;

/// <summary>How many resources each kind of operation touches. Components only group and are not counted.</summary>
public readonly record struct PlanCounts(int Create, int Update, int Replace, int Delete, int Same)
{
    public int Changes => Create + Update + Replace + Delete;

    public static PlanCounts Of(Operation operation) => operation.Resource is ComponentResource ? default : operation.Kind switch
    {
        OperationKind.Create => new PlanCounts { Create = 1 },
        OperationKind.Update => new PlanCounts { Update = 1 },
        OperationKind.Replace => new PlanCounts { Replace = 1 },
        OperationKind.Delete => new PlanCounts { Delete = 1 },
        _ => new PlanCounts { Same = 1 },
    };

    public static PlanCounts Of(IEnumerable<Operation> operations) =>
        operations.Aggregate(default(PlanCounts), (sum, operation) => sum + Of(operation));

    public static PlanCounts operator +(PlanCounts a, PlanCounts b) => Add(a, b);

    public static PlanCounts Add(PlanCounts a, PlanCounts b) =>
        new(a.Create + b.Create, a.Update + b.Update, a.Replace + b.Replace, a.Delete + b.Delete, a.Same + b.Same);

    /// <summary><c>3 to create, 1 to update, 40 unchanged</c>; zeros are left out; <c>nothing</c> when all are.</summary>
    public override string ToString()
    {
        string[] parts =
        [
            Part(Create, "to create"), Part(Update, "to update"), Part(Replace, "to replace"), Part(Delete, "to delete"), Part(Same, "unchanged"),
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0)) is { Length: > 0 } text ? text : "nothing";
    }

    private static string Part(int count, string what) => count == 0 ? "" : $"{count} {what}";
}
