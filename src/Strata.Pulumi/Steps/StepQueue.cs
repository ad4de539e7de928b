namespace Strata.Pulumi.Steps;

/// <summary>
/// Gives out steps when all they wait for has ended: first those with the longest way to go behind them, so that a limit on how
/// many are under way does not leave a long chain for the end; among equals the earlier. Not thread safe.
/// </summary>
internal sealed class StepQueue
{
    private readonly Dictionary<Step, int> _missing;
    private readonly ILookup<Step, Step> _followers;
    private readonly Dictionary<Step, (int, int)> _ranks;
    private readonly PriorityQueue<Step, (int, int)> _ready = new();

    public StepQueue(IReadOnlyList<Step> steps)
    {
        _missing = steps.ToDictionary(step => step, step => step.WaitsFor.Count);
        _followers = StepOrder.Followers(steps);
        _ranks = RanksOf(steps);
        foreach (var step in steps.Where(step => step.WaitsFor.Count == 0))
        {
            _ready.Enqueue(step, _ranks[step]);
        }
    }

    public Step? Take() => _ready.TryDequeue(out var step, out _) ? step : null;

    /// <summary>Says that a step has ended, so that those that waited for it can go on.</summary>
    public void Finish(Step step)
    {
        foreach (var follower in _followers[step])
        {
            if (--_missing[follower] == 0)
            {
                _ready.Enqueue(follower, _ranks[follower]);
            }
        }
    }

    private Dictionary<Step, (int, int)> RanksOf(IReadOnlyList<Step> steps)
    {
        var ways = new Dictionary<Step, int>(steps.Count);
        foreach (var step in StepOrder.Of(steps).Reverse())
        {
            ways[step] = _followers[step].Select(follower => ways[follower] + 1).DefaultIfEmpty().Max();
        }

        return steps.Index().ToDictionary(pair => pair.Item, pair => (-ways[pair.Item], pair.Index));
    }
}
