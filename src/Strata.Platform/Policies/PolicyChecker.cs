using Strata.Diagnostics;
using Strata.Graph;
using Strata.Planning;
using Strata.Platform.Components;
using Strata.Platform.Stacks;
using Strata.Text;

namespace Strata.Platform.Policies;

/// <summary>Holds a stack against all policies: the built-in ones and those of its own files.</summary>
public static class PolicyChecker
{
    /// <summary>
    /// Everything that breaks a policy, waived or not: what the stack file says first, then resource by resource in their order, then the
    /// waivers themselves. The same stack on the same day gives the same findings.
    /// </summary>
    /// <param name="today">The day that waivers expire by.</param>
    public static IReadOnlyList<PolicyFinding> Check(StackModel stack, ResourceGraph graph, DateOnly today)
    {
        var context = new PolicyContext(stack, graph);
        var waivers = new WaiverLedger(stack.Config, today);
        var findings = new List<PolicyFinding>();
        foreach (var rule in PolicyCatalog.Rules)
        {
            foreach (var violation in rule.OfStack?.Invoke(context) ?? [])
            {
                Add(rule.Code, rule.Severity, rule.Subject, null, violation);
            }
        }

        var own = stack.Config.Policies.Where(policy => policy.Value.Environments is [] || policy.Value.Environments.Contains(stack.Config.Environment)).ToList();
        foreach (var resource in graph.Resources)
        {
            foreach (var rule in PolicyCatalog.For(resource.TypeToken))
            {
                foreach (var violation in rule.OfResource!(resource, context))
                {
                    Add(rule.Code, rule.Severity, rule.Subject, resource, violation);
                }
            }

            foreach (var (name, policy) in own)
            {
                if (TeamPolicies.Breaks(resource, policy))
                {
                    var severity = policy.Severity == PolicySeverity.Error ? Severity.Error : Severity.Warning;
                    Add(name, severity, policy.Subject, resource, new PolicyViolation(policy.When is [var first, ..] ? first.Path : null, $"'{resource.LogicalName}': {policy.Message}"));
                }
            }
        }

        return [.. findings, .. waivers.Findings()];

        void Add(string code, Severity severity, string subject, Resource? resource, PolicyViolation violation)
        {
            var component = violation.Component ?? (resource is null ? "stack" : ComponentPath.OrStack(resource));
            findings.Add(new PolicyFinding(code, severity, subject, resource is null ? null : ResourceIdentity.Of(resource), violation.Path, violation.Message)
            {
                Component = component,
                Span = violation.Span ?? (resource is null ? new SourceSpan(stack.File, 0, 0) : ComponentPath.SpanOf(resource)),
                Waiver = waivers.For(code, component, resource),
            });
        }
    }
}
