using Strata.Diagnostics;
using Strata.Graph;

namespace Strata.Pulumi.Steps;

/// <summary>
/// Finds the steps that a graph takes, and what each waits for. Problems go to <paramref name="problems"/>; the plan is then not
/// fit for use.
/// </summary>
internal sealed class StepPlanner(ResourceGraph graph, DiagnosticBag problems)
{
    private readonly ComponentContents _contents = new(graph.Resources);
    private readonly RootStep _root = new();
    private readonly Dictionary<Resource, ResourceStep> _resources = new(graph.Resources.Count);
    private readonly Dictionary<Invoke, InvokeStep> _invokes = [];

    public StepPlan Plan()
    {
        foreach (var resource in graph.Resources)
        {
            _resources[resource] = resource is StackReference stack ? new ReadStackStep(stack) : new RegisterStep(resource);
        }

        var outputs = new List<Step>();
        foreach (var resource in graph.Resources)
        {
            Connect(_resources[resource]);
            if (resource is ComponentResource component)
            {
                outputs.Add(OutputsOf(component, component.Outputs));
            }
        }

        outputs.Add(OutputsOf(null, graph.Outputs));
        var steps = Framed([.. _invokes.Values, .. _resources.Values, .. outputs]);
        if (StepCircle.In(steps) is { } circle)
        {
            problems.Add(EngineErrors.Circle(circle[0].Origin, circle.Select(step => step.ToString())));
        }

        return new StepPlan(_root, steps, _resources, _invokes);
    }

    private List<Step> Framed(IReadOnlyList<Step> steps)
    {
        var shutdown = new ShutdownStep();
        foreach (var step in steps)
        {
            step.WaitFor(_root);
            shutdown.WaitFor(step);
        }

        return [_root, .. steps, shutdown];
    }

    private void Connect(ResourceStep step)
    {
        var options = step.Resource.ResourceOptions;
        Wait(step, options.Parent);
        Wait(step, options.Provider);
        if (step is not RegisterStep registration)
        {
            return;
        }

        foreach (var other in options.DependsOn.SelectMany(_contents.Of))
        {
            if (Wait(step, other) is { } found)
            {
                registration.DependsOn.Add(found);
            }
        }

        foreach (var input in step.Resource.InputProperties)
        {
            registration.AddSources(input.Name, Read(step, [input]));
        }
    }

    private OutputsStep OutputsOf(ComponentResource? component, IReadOnlyList<Property> outputs)
    {
        var step = new OutputsStep(component, outputs);
        Wait(step, component);
        Read(step, outputs);
        return step;
    }

    /// <summary>Makes the step wait for what the values read, and gives the resources among that.</summary>
    private List<ResourceStep> Read(Step step, IEnumerable<Property> properties)
    {
        var reads = new ValueReads();
        foreach (var property in properties)
        {
            reads.Add(property.Value);
        }

        if (reads.Circle is { } circle)
        {
            problems.Add(EngineErrors.Circle(step.Origin, [circle, circle]));
        }

        foreach (var invoke in reads.Invokes)
        {
            step.WaitFor(Call(invoke));
        }

        return ReadOutputs(step, reads.Outputs);
    }

    private List<ResourceStep> ReadOutputs(Step step, IReadOnlyCollection<(Resource Resource, string Output)> outputs)
    {
        var sources = new List<ResourceStep>(outputs.Count);
        foreach (var (resource, output) in outputs)
        {
            // An output of a component is what it was made from, which is among the others.
            if (resource is ComponentResource && output is not "urn")
            {
                continue;
            }

            Wait(step, resource)?.Keep(output);
            sources.AddRange(_contents.Of(resource).Select(source => Wait(step, source)).OfType<ResourceStep>());
        }

        return sources;
    }

    private InvokeStep Call(Invoke invoke)
    {
        if (_invokes.TryGetValue(invoke, out var known))
        {
            return known;
        }

        var step = _invokes[invoke] = new InvokeStep(invoke);
        Wait(step, invoke.Provider);
        step.Sources.AddRange(Read(step, invoke.Arguments));
        return step;
    }

    private ResourceStep? Wait(Step step, Resource? other)
    {
        if (other is null)
        {
            return null;
        }

        if (!_resources.TryGetValue(other, out var found))
        {
            problems.Add(GraphErrors.NotAdded(step.Origin, step.ToString(), other.ToString()));
            return null;
        }

        step.WaitFor(found);
        return found;
    }
}
