using Strata.Graph;
using Strata.Pulumi;
using Strata.Tests.Pulumi.Fakes;

namespace Strata.Tests.Pulumi.Deployments;

public sealed class ConcurrencyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(64)]
    [InlineData(3)]
    public async Task As_many_registrations_as_allowed_are_under_way_at_once(int parallel)
    {
        var underWay = 0;
        var all = new TaskCompletionSource();
        var engine = new ModelEngine
        {
            OnRegister = async (name, _) =>
            {
                if (name.StartsWith('r') && Interlocked.Increment(ref underWay) == parallel)
                {
                    all.SetResult();
                }

                await (name.StartsWith('r') ? all.Task : Task.CompletedTask);
            },
        };

        var exit = await Runs.Of(engine, Independent(64), parallel).WaitAsync(Patience);

        Assert.Equal((ExitCode.Fine, parallel), (exit, engine.Peak));
        Assert.Empty(engine.Problems);
    }

    [Fact]
    public async Task One_at_a_time_means_one_at_a_time()
    {
        var engine = new ModelEngine { OnRegister = async (_, _) => await Task.Yield() };

        Assert.Equal(ExitCode.Fine, await Runs.Of(engine, Independent(20), parallel: 1).WaitAsync(Patience));

        Assert.Equal(1, engine.Peak);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"r{i}"), engine.Registrations.Skip(1).Select(request => request.Name));
    }

    [Fact]
    public async Task A_resource_starts_when_what_it_needs_has_answered_however_slow_its_neighbours_are()
    {
        var lastOfChain = new TaskCompletionSource();
        var engine = new ModelEngine
        {
            // The slow one answers only after the whole chain: were there rounds or levels, neither would ever end.
            OnRegister = async (name, _) =>
            {
                if (name == "slow")
                {
                    await lastOfChain.Task;
                }
                else if (name == "c9")
                {
                    lastOfChain.SetResult();
                }
            },
        };
        var graph = Graphs.Of(scope =>
        {
            scope.Add(new Thing("slow"));
            var last = scope.Add(new Thing("c0"));
            for (var i = 1; i < 10; i++)
            {
                last = scope.Add(new Thing($"c{i}").With("before", last.Out("arn")));
            }
        });

        Assert.Equal(ExitCode.Fine, await Runs.Of(engine, graph, parallel: 2).WaitAsync(Patience));
        Assert.Empty(engine.Problems);
    }

    [Fact]
    public async Task Steps_that_would_wait_for_each_other_are_named_and_nothing_is_registered()
    {
        var graph = Graphs.Of(scope =>
        {
            var one = scope.AddComponent("strata:x:Store", "one");
            var two = scope.AddComponent("strata:x:Store", "two");
            one.Add(new Thing("in-one", new ResourceOptions { DependsOn = [two.Component!] }));
            two.Add(new Thing("in-two", new ResourceOptions { DependsOn = [one.Component!] }));
        });
        var engine = new ModelEngine();

        Assert.Equal(ExitCode.UserWasTold, await Runs.Of(engine, graph).WaitAsync(Patience));

        Assert.Empty(engine.Registrations);
        Assert.Equal(
            "error STR513: These wait for each other in a circle, a component counting as all that is in it: RegisterResource aws:s3/bucket:Bucket in-one -> RegisterResource aws:s3/bucket:Bucket in-two -> RegisterResource aws:s3/bucket:Bucket in-one. Remove one of the references.",
            Assert.Single(engine.Logs).Message);
    }

    [Fact]
    public async Task An_output_of_a_component_that_is_made_from_itself_is_named()
    {
        var graph = Graphs.Of(scope =>
        {
            var component = scope.AddComponent("strata:x:Store", "one").Component!;
            component.Export("a", component.GetOutput<string>("b"));
            component.Export("b", Output.Format($"{component.GetOutput<string>("a")}/"));
        });
        var engine = new ModelEngine();

        Assert.Equal(ExitCode.UserWasTold, await Runs.Of(engine, graph).WaitAsync(Patience));
        Assert.Contains("strata:x:Store one.b -> strata:x:Store one.b", engine.Logs.First().Message, StringComparison.Ordinal);
    }

    private static ResourceGraph Independent(int count) => Graphs.Of(scope =>
    {
        for (var i = 0; i < count; i++)
        {
            scope.Add(new Thing($"r{i}"));
        }
    });
}
