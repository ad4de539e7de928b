using FsCheck;
using FsCheck.Fluent;
using Strata.Pulumi.Steps;

namespace Strata.Tests.Pulumi.Steps;

public sealed class StepQueueTests
{
    [Fact]
    public void Every_step_comes_once_and_after_all_it_waits_for() =>
        Prop.ForAll(Graphs, edges =>
        {
            var steps = StepsOf(edges);
            var queue = new StepQueue(steps);
            var taken = new List<Step>();
            while (queue.Take() is { } step)
            {
                Assert.All(step.WaitsFor, needed => Assert.Contains(needed, taken));
                taken.Add(step);
                queue.Finish(step);
            }

            return taken.Count == steps.Count && taken.Distinct().Count() == steps.Count && StepCircle.In(steps) is null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_circle_is_found_whatever_is_around_it() =>
        Prop.ForAll(Graphs, edges =>
        {
            var steps = StepsOf(edges);
            steps[2].WaitFor(steps[9]);
            steps[5].WaitFor(steps[2]);
            steps[9].WaitFor(steps[5]);

            var circle = StepCircle.In(steps)!;
            return circle[0] == circle[^1] && circle.Zip(circle.Skip(1)).All(pair => pair.First.WaitsFor.Contains(pair.Second));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_longest_way_goes_first()
    {
        var steps = StepsOf([(8, 7), (9, 8)]);
        var queue = new StepQueue(steps);

        Assert.Equal([steps[7], steps[0], steps[1]], [queue.Take(), queue.Take(), queue.Take()]);
        queue.Finish(steps[7]);
        Assert.Equal(steps[8], queue.Take());
    }

    /// <summary>Later steps wait for earlier ones.</summary>
    private static Arbitrary<(int Step, int Needed)[]> Graphs { get; } = Gen.Choose(1, 9).SelectMany(step => Gen.Choose(0, step - 1).Select(needed => (step, needed))).ArrayOf().ToArbitrary();

    private static List<Step> StepsOf((int Step, int Needed)[] edges)
    {
        var steps = Enumerable.Range(0, 10).Select(Step (_) => new ShutdownStep()).ToList();
        foreach (var (step, needed) in edges)
        {
            steps[step].WaitFor(steps[needed]);
        }

        return steps;
    }
}
