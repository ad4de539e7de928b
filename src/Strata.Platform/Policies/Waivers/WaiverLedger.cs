using System.Collections.Immutable;
using Strata.Graph;
using Strata.Platform.Stacks;

namespace Strata.Platform.Policies;

/// <summary>The waivers of one stack on one day, and which of them were needed.</summary>
internal sealed class WaiverLedger(StackConfig config, DateOnly today)
{
    private readonly HashSet<string> _used = [];

    /// <summary>The first waiver that covers a finding and is not expired; null when none does.</summary>
    public PolicyWaiver? For(string code, string component, Resource? resource)
    {
        PolicyWaiver? found = null;
        foreach (var (name, waiver) in config.Waivers)
        {
            if (waiver.Code == code
                && (waiver.Component is null || waiver.Component == component)
                && (waiver.Resource is null || (resource is not null && Glob.Matches(waiver.Resource, resource.LogicalName))))
            {
                _used.Add(name);
                found ??= waiver.Expires.Day >= today ? new PolicyWaiver(waiver.Reason, waiver.Owner, waiver.Expires.Day) : null;
            }
        }

        return found;
    }

    /// <summary>What is wrong with the waivers themselves; asked after all findings.</summary>
    public ImmutableArray<PolicyFinding> Findings() =>
    [
        .. from pair in config.Waivers
           let isExpired = pair.Value.Expires.Day < today
           let isUnused = !_used.Contains(pair.Key)
           where isExpired || isUnused
           let problem = isUnused
               ? PolicyErrors.UnusedWaiver(pair.Value.KeySpan, pair.Key, pair.Value.Code)
               : PolicyErrors.ExpiredWaiver(pair.Value.SpanOf(nameof(WaiverConfig.Expires)), pair.Key, pair.Value.Code, pair.Value.Owner, pair.Value.Expires.ToString())
           select new PolicyFinding(problem.Code, problem.Severity, PolicySubjects.Ownership, null, $"waivers.{pair.Key}", problem.Message) { Span = problem.Span },
    ];
}
