using System.Globalization;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Costs;
using Strata.Platform.Inputs;
using Strata.Platform.Stacks;
using Strata.Text;

namespace Strata.Platform.Moves;

/// <summary>Puts a stack on other clouds and on owned hardware, as far as it goes.</summary>
public static class CloudComparer
{
    /// <param name="stack">A stack that can be expanded where it is.</param>
    /// <param name="shared">The other stacks of the repository.</param>
    /// <param name="hardware">What owned hardware costs, for the plan on Kubernetes.</param>
    public static CloudComparison Compare(StackModel stack, ISharedStacks shared, IReadOnlyList<Cloud> clouds, PriceTable prices, HardwareCost hardware)
    {
        var here = Plan(stack, stack.Config.Cloud, PlaceOf(stack), shared, prices, []);
        return new CloudComparison(stack.Name, here with { Hardware = stack.Config.Cloud == Cloud.Kubernetes ? hardware.Total : null }, [.. clouds.Select(cloud => Elsewhere(stack, cloud, shared, prices, hardware))]);
    }

    private static CloudPlan Elsewhere(StackModel stack, Cloud cloud, ISharedStacks shared, PriceTable prices, HardwareCost hardware)
    {
        var region = NearbyRegion.On(cloud, stack.Providers.AwsRegion, stack.Providers.GcpRegion);
        var moved = StackSwitch.To(stack, cloud, region);
        var plan = Plan(moved, cloud, cloud == Cloud.Kubernetes ? "owned hardware" : $"{cloud.Title()}, {region}", shared, prices, MoveSteps.Of(stack, cloud, prices));
        var own = stack.Components.Select(PathOf).ToHashSet(StringComparer.Ordinal);
        return plan with
        {
            Components = [.. plan.Components.Where(component => own.Contains(component.Name))], // A cluster may have been added: the steps say so.
            Hardware = cloud == Cloud.Kubernetes ? hardware.Total : null,
        };
    }

    /// <summary>What can be made is made, and what cannot says why.</summary>
    private static CloudPlan Plan(StackModel stack, Cloud cloud, string place, ISharedStacks shared, PriceTable prices, IReadOnlyList<string> steps)
    {
        var refusals = RefusalsOf(stack, shared);
        var possible = StackSwitch.Without(stack, refusals.Keys.ToHashSet());
        while (RefusalsOf(possible, shared) is { Count: > 0 } more)
        {
            // They could be made as long as what they need was there.
            foreach (var component in more.Keys)
            {
                refusals[component] = ["It needs another component that cannot be made there."];
            }

            possible = StackSwitch.Without(possible, more.Keys.ToHashSet());
        }

        var diagnostics = new DiagnosticBag();
        var graph = StackExpander.Expand(possible, shared, diagnostics);
        var cost = graph is null
            ? new StackCost(stack.Name, stack.Config.Team, [new CostPart("stack", "", "all of it", null, diagnostics.Sorted().FirstOrDefault(problem => problem.Severity == Severity.Error)?.Message ?? "why it cannot be made")])
            : CostCalculator.Of(possible, graph, prices);
        var made = MainResources(graph);
        return new CloudPlan(
            cloud,
            place,
            [.. stack.Components.Select(component => PathOf(component) is var name && refusals.TryGetValue(component, out var why) ? new ComponentPlan(name, null, why) : new ComponentPlan(name, made.GetValueOrDefault(name) ?? "nothing of its own", []))],
            cost,
            steps);
    }

    /// <summary>
    /// The components that cannot be made, each tried in the stack as a whole. One that only needs another that cannot be made says so.
    /// </summary>
    private static Dictionary<ComponentConfig, IReadOnlyList<string>> RefusalsOf(StackModel stack, ISharedStacks shared)
    {
        var refusals = new Dictionary<ComponentConfig, IReadOnlyList<string>>(ReferenceEqualityComparer.Instance);
        var diagnostics = new DiagnosticBag();
        var expansion = new StackExpansion(stack, shared, diagnostics);
        foreach (var component in stack.Components)
        {
            var before = diagnostics.Count;
            var handle = expansion.Expand(component);
            List<Diagnostic> problems = [.. diagnostics.Skip(before).Where(problem => problem.Severity == Severity.Error)];
            foreach (var problem in problems)
            {
                // What a component needs is made with it, and may be what cannot be.
                var culprit = stack.Components.FirstOrDefault(other => problem.Span is { } span && IsIn(span, other)) ?? component;
                refusals[culprit] = [.. refusals.GetValueOrDefault(culprit) ?? [], problem.Message];
            }

            if (handle is null && !refusals.ContainsKey(component))
            {
                refusals[component] = ["It needs another component that cannot be made there."];
            }
        }

        return refusals;
    }

    private static bool IsIn(SourceSpan span, ComponentConfig component) =>
        component.KeySpan == span
        || component.Mapping?.Entries.Any(entry => entry.Key.Span == span || entry.Value.Span == span || (entry.Value.Span.Source == span.Source && entry.Value.Span.Start <= span.Start && span.End <= entry.Value.Span.End)) == true;

    /// <summary>By component, the cloud's own word for what it is: of its resources the one that has its name.</summary>
    private static Dictionary<string, string> MainResources(ResourceGraph? graph)
    {
        var main = new Dictionary<string, string>(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in graph?.Resources ?? [])
        {
            if (resource is not CustomResource or ProviderResource || IsPlumbing(resource.TypeToken) || ComponentPath.Owner(resource) is not { } owner)
            {
                continue;
            }

            var path = ComponentPath.OrStack(resource);
            if (resource.LogicalName == owner.LogicalName ? named.Add(path) : !main.ContainsKey(path))
            {
                main[path] = Short(resource);
            }
        }

        return main;
    }

    /// <summary>What every component has around it.</summary>
    private static bool IsPlumbing(string type) =>
        type.StartsWith("aws:iam/", StringComparison.Ordinal) || type.StartsWith("aws:ec2/securityGroup", StringComparison.Ordinal) || type.StartsWith("aws:vpc/", StringComparison.Ordinal)
        || type.StartsWith("gcp:projects/", StringComparison.Ordinal) || type.StartsWith("gcp:serviceaccount/", StringComparison.Ordinal) || type.StartsWith("kubernetes:rbac", StringComparison.Ordinal)
        || type.EndsWith(":Namespace", StringComparison.Ordinal) || type.EndsWith(":ServiceAccount", StringComparison.Ordinal) || type.EndsWith(":NetworkPolicy", StringComparison.Ordinal)
        || type.StartsWith("aws:sns/", StringComparison.Ordinal) || type.StartsWith("aws:cloudwatch/", StringComparison.Ordinal) || type.StartsWith("aws:scheduler/", StringComparison.Ordinal)
        || type is "aws:eks/podIdentityAssociation:PodIdentityAssociation" or "aws:eks/accessEntry:AccessEntry" or "aws:ec2/launchTemplate:LaunchTemplate" or "gcp:compute/resourcePolicy:ResourcePolicy"
        || type.EndsWith("IAMMember", StringComparison.Ordinal) || type.EndsWith("IamMember", StringComparison.Ordinal) || type.EndsWith(":Secret", StringComparison.Ordinal);

    /// <summary><c>s3 Bucket</c>; of a chart its name.</summary>
    private static string Short(Resource resource)
    {
        if (resource.TypeToken == "kubernetes:helm.sh/v3:Release")
        {
            return $"chart {resource.At("chart").AsText()}";
        }

        var parts = resource.TypeToken.Split(':');
        var module = parts[1].Split('/')[0];
        return resource.PackageName == "kubernetes" ? parts[^1] : string.Create(CultureInfo.InvariantCulture, $"{module} {parts[^1]}");
    }

    private static string PathOf(ComponentConfig component) => $"{ComponentCatalog.KindOf(component).Section}.{component.Name}";

    private static string PlaceOf(StackModel stack) => stack.Config.Cloud switch
    {
        Cloud.Aws => $"AWS, {stack.Providers.AwsRegion}",
        Cloud.Gcp => $"Google Cloud, {stack.Providers.GcpRegion}",
        _ => "owned hardware",
    };
}
