namespace Strata.Pulumi.Steps;

/// <summary>Gives out steps when all they wait for has ended, earlier ones first. Not thread safe.</summary>
internal sealed class StepQueue
{
    private readonly Dictionary<Step, int> _missing;
    private readonly ILookup<Step, Step> _followers;
    private readonly Dictionary<Step, int> _places;
    private readonly PriorityQueue<Step, int> _ready = new();

    public StepQueue(IReadOnlyList<Step> steps)
    {
        _missing = steps.ToDictionary(step => step, step => step.WaitsFor.Count);
        _followers = steps.SelectMany(step => step.WaitsFor, (step, needed) => (needed, step)).ToLookup(pair => pair.needed, pair => pair.step);
        _places = steps.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        foreach (var step in steps.Where(step => step.WaitsFor.Count == 0))
        {
            MakeReady(step);
        }
    }

    /// <summary>Those that still wait for something.</summary>
    public IReadOnlyCollection<Step> Waiting => _missing.Keys;

    public Step? Take() => _ready.TryDequeue(out var step, out _) ? step : null;

    /// <summary>Says that a step has ended, so that those that waited for it can go on.</summary>
    public void Finish(Step step)
    {
        foreach (var follower in _followers[step])
        {
            if (--_missing[follower] == 0)
            {
                MakeReady(follower);
            }
        }
    }

    private void MakeReady(Step step)
    {
        _missing.Remove(step);
        _ready.Enqueue(step, _places[step]);
    }
}
