using Strata.Diagnostics;
using Strata.Graph;
using Strata.Pulumi.Steps;

namespace Strata.Benchmarks;

/// <summary>Graphs to register.</summary>
internal static class EngineGraphs
{
    /// <summary>Components of 50 queues; every fifth reads an output of the one before it.</summary>
    public static ResourceGraph Large(int count)
    {
        var scope = new Scope();
        var group = scope;
        Thing? before = null;
        for (var i = 0; i < count; i++)
        {
            group = i % 50 == 0 ? scope.AddComponent("strata:bench:Group", $"group-{i}") : group;
            var thing = new Thing($"queue-{i}").With("name", $"queue-{i}").With("policy", new string('x', 200)).With("delaySeconds", 30)
                .With("tags", new ValueMap { ["team"] = "fraud", ["environment"] = "dev", ["index"] = $"{i}" });
            before = group.Add(i % 5 == 0 && i % 50 > 0 ? thing.With("deadLetter", before!.Output("arn")) : thing);
        }

        return Built(scope);
    }

    /// <summary>
    /// Twelve components of eight resources, each a chain of three with five beside it, in three tiers as networks, clusters and
    /// charts are: those of one tier wait for all that is in one of the tier before.
    /// </summary>
    public static ResourceGraph Platform()
    {
        var scope = new Scope();
        const int Tier = 4;
        var components = new List<ComponentResource>();
        for (var i = 0; i < 12; i++)
        {
            var component = scope.AddComponent("strata:bench:Component", $"component-{i}");
            var options = new ResourceOptions { DependsOn = i < Tier ? [] : [components[i - Tier]] };
            var one = component.Add(new Thing($"one-{i}", options));
            var two = component.Add(new Thing($"two-{i}").With("in", one.Output("arn")));
            component.Add(new Thing($"three-{i}").With("in", two.Output("arn")));
            for (var j = 0; j < 5; j++)
            {
                component.Add(new Thing($"other-{i}-{j}").With("in", one.Output("arn")));
            }

            components.Add(component.Component!);
        }

        return Built(scope);
    }

    /// <summary>The calls that have to follow one another, however many may be under way.</summary>
    public static int CriticalPath(ResourceGraph graph)
    {
        var ends = new Dictionary<Step, int>();
        foreach (var step in StepOrder.Of(new StepPlanner(graph, []).Plan().Steps))
        {
            // The first step registers the stack and then names it the root: two calls.
            ends[step] = step.WaitsFor.Select(needed => ends[needed]).DefaultIfEmpty().Max() + (step is RootStep ? 2 : 1);
        }

        return ends.Values.Max();
    }

    private static ResourceGraph Built(Scope scope) => GraphBuilder.Build("bench", scope, [], new DiagnosticBag());

    private sealed class Thing(string name, ResourceOptions? options = null) : CustomResource("aws:sqs/queue:Queue", name, options)
    {
        public Thing With(string input, Value value)
        {
            Set(input, value);
            return this;
        }

        public Output<string> Output(string path) => GetOutput<string>(path);
    }
}
