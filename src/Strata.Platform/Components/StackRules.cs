using Strata.Diagnostics;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Text;

namespace Strata.Platform.Components;

/// <summary>What must hold for a stack as a whole, whatever its components become.</summary>
internal static class StackRules
{
    public static void Check(StackModel stack, DiagnosticBag diagnostics)
    {
        CheckClusters(stack, diagnostics);
        CheckQuotas(stack, diagnostics);
        CheckWorkflows(stack, diagnostics);
        CheckPeople(stack, stack.Config.Access.Admins, stack.Config.Access.SpanOf(nameof(AccessConfig.Admins)), diagnostics);
        CheckPeople(stack, stack.Config.Access.Members, stack.Config.Access.SpanOf(nameof(AccessConfig.Members)), diagnostics);
    }

    private static void CheckClusters(StackModel stack, DiagnosticBag diagnostics)
    {
        foreach (var cluster in stack.Components.OfType<Cluster>())
        {
            if (cluster.ApiAccess.FirstOrDefault(range => range.PrefixLength == 0) is { } all)
            {
                diagnostics.Add(RuleErrors.OpenToAll(cluster.SpanOf(nameof(cluster.ApiAccess)), cluster.Name, all.ToString()));
            }
        }
    }

    private static void CheckQuotas(StackModel stack, DiagnosticBag diagnostics)
    {
        List<Pool> pools = [.. stack.Components.OfType<Pool>()];
        foreach (var pool in pools.Where(pool => pool.Quota > pool.Max))
        {
            diagnostics.Add(RuleErrors.QuotaAboveMax(pool.SpanOf(nameof(pool.Quota)), pool.Name, pool.Quota!.Value, pool.Max));
        }

        // A cluster that others own has pools of theirs, of which the team may borrow; a machine named by its type may have GPUs.
        var quota = stack.Config.Namespace.Quota;
        if (quota.IsSet(nameof(quota.Gpu)) && stack.Components.OfType<Cluster>().All(cluster => cluster.From is null)
            && pools.TrueForAll(pool => pool.Machine.Type is null && pool.Sharing is null)
            && pools.Sum(pool => (pool.Machine.Gpu?.Count ?? 0) * pool.Max) is var there && quota.Gpu > there)
        {
            diagnostics.Add(RuleErrors.QuotaAbovePools(quota.SpanOf(nameof(quota.Gpu)), quota.Gpu, there));
        }
    }

    /// <summary>Each circle is told once, at the first of its workflows by name.</summary>
    private static void CheckWorkflows(StackModel stack, DiagnosticBag diagnostics)
    {
        var workflows = stack.Config.Workflows;
        foreach (var start in workflows.Values)
        {
            List<string> way = [start.Name];
            while (way.Count <= workflows.Count && workflows.TryGetValue(way[^1], out var one) && one.On?.After is { } after && !way.Contains(after.Name))
            {
                way.Add(after.Name);
            }

            if (way.Count > 1 && workflows.TryGetValue(way[^1], out var last) && last.On?.After?.Name == start.Name && way.Min(StringComparer.Ordinal) == start.Name)
            {
                diagnostics.Add(RuleErrors.WorkflowCycle(start.On!.SpanOf("After"), [.. way, start.Name]));
            }
        }
    }

    /// <summary>What AWS and Google Cloud would refuse as nobody is told with their own people.</summary>
    private static void CheckPeople(StackModel stack, IReadOnlyList<string> people, SourceSpan? at, DiagnosticBag diagnostics)
    {
        foreach (var one in people.Where(one => IsEverybody(one) || (one == "*" && stack.Config.Cloud == Cloud.Kubernetes)))
        {
            diagnostics.Add(RuleErrors.Everybody(at, one));
        }
    }

    private static bool IsEverybody(string one) =>
        one.StartsWith("system:", StringComparison.Ordinal)
        || (one.Contains('*', StringComparison.Ordinal) && (one.StartsWith("arn:", StringComparison.Ordinal) || one.StartsWith("principal", StringComparison.Ordinal)));
}
