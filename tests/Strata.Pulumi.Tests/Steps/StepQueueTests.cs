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
    public void When_every_call_takes_as_long_the_whole_takes_as_long_as_its_longest_chain() =>
        Prop.ForAll(Graphs, edges => Rounds(StepsOf(edges), parallel: 10) == LongestChain(StepsOf(edges))).QuickCheckThrowOnFailure();

    [Fact]
    public void With_a_limit_it_takes_no_longer_than_the_chain_and_the_work_shared_out() =>
        Prop.ForAll(Graphs, Gen.Choose(1, 10).ToArbitrary(), (edges, parallel) =>
        {
            var steps = StepsOf(edges);
            var rounds = Rounds(steps, parallel);
            return rounds >= Math.Max(LongestChain(steps), Math.Ceiling((double)steps.Count / parallel)) && rounds <= LongestChain(steps) + (steps.Count / parallel);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_chain_at_the_end_does_not_wait_for_the_many_before_it()
    {
        var steps = Enumerable.Range(0, 200).Select(Step (_) => new ShutdownStep()).ToList();
        for (var i = 191; i < 200; i++)
        {
            steps[i].WaitFor(steps[i - 1]);
        }

        Assert.Equal(13, Rounds(steps, parallel: 16));
    }

    [Fact]
    public void The_longest_way_goes_first()
    {
        var steps = StepsOf([(8, 7), (9, 8)]);
        var queue = new StepQueue(steps);

        Assert.Equal([steps[7], steps[0], steps[1]], [queue.Take(), queue.Take(), queue.Take()]);
        queue.Finish(steps[7]);
        Assert.Equal(steps[8], queue.Take());
    }

    /// <summary>How often all that are under way have to end until there is nothing left.</summary>
    private static int Rounds(IReadOnlyList<Step> steps, int parallel)
    {
        var queue = new StepQueue(steps);
        for (var rounds = 0; ; rounds++)
        {
            var underWay = new List<Step>();
            while (underWay.Count < parallel && queue.Take() is { } step)
            {
                underWay.Add(step);
            }

            if (underWay.Count == 0)
            {
                return rounds;
            }

            underWay.ForEach(queue.Finish);
        }
    }

    private static int LongestChain(IEnumerable<Step> steps) =>
        steps.Select(step => LongestChain(step.WaitsFor) + 1).DefaultIfEmpty().Max();

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
