using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Strata.Graph;
using Strata.Pulumi;
using Strata.Pulumi.Codec;
using Strata.Tests.Pulumi.Fakes;

namespace Strata.Tests.Pulumi.Deployments;

public sealed class WireTests
{
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 16)]
    [InlineData(false, 64)]
    public async Task A_stack_goes_over_the_wire(bool isDryRun, int parallel)
    {
        var engine = new ModelEngine { IsDryRun = isDryRun };
        await using var wire = await WireEngine.Start(engine);

        var (exit, errors) = await WireRuns.Of(wire, engine, Large(300), parallel);

        Assert.Equal((ExitCode.Fine, ""), (exit, errors));
        Assert.Empty(engine.Problems);
        Assert.Equal(1 + 6 + 300, engine.Registrations.Count);
        Assert.True(engine.IsShutDown);
        Assert.True(engine.Peak <= parallel);
    }

    [Fact]
    public async Task Calls_that_an_older_engine_lacks_do_not_matter()
    {
        var engine = new ModelEngine();
        await using var wire = await WireEngine.Start(engine, (method, call) => Task.FromResult(method switch
        {
            "SupportsFeature" or "SetRootResource" or "SignalAndWaitForShutdown" => Refuse(call, 12),
            _ => false,
        }));

        // The model wants a root before all else.
        await engine.SetRootResourceAsync("told", default);
        var (exit, errors) = await WireRuns.Of(wire, engine, Large(20));

        Assert.Equal((ExitCode.Fine, ""), (exit, errors));
        Assert.Empty(engine.Problems);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public async Task When_the_engine_goes_away_it_is_said_on_standard_error_and_nothing_is_tried_twice(int parallel)
    {
        var calls = 0;
        var engine = new ModelEngine();
        await using var wire = await WireEngine.Start(engine, (_, call) => Task.FromResult(Interlocked.Increment(ref calls) > 40 && Drop(call)));

        var (exit, errors) = await WireRuns.Of(wire, engine, Large(300), parallel);

        Assert.Equal(ExitCode.Failed, exit);
        Assert.StartsWith("error STR503: The connection to the Pulumi engine failed during 'Register", errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(engine.Problems);
        var sent = wire.Messages.Where(message => message.Method is "RegisterResource").Select(message => Convert.ToHexString(message.Message)).ToList();
        Assert.Equal(sent.Distinct().Count(), sent.Count);
        Assert.True(sent.Count < 300);
    }

    [Fact]
    public async Task When_only_the_monitor_goes_away_the_engine_is_told()
    {
        var engine = new ModelEngine();
        await using var wire = await WireEngine.Start(engine, (method, call) => Task.FromResult(method == "RegisterResource" && !engine.Root.Equals("", StringComparison.Ordinal) && Drop(call)));
        await using var log = await WireEngine.Start(engine);

        var (exit, errors) = await WireRuns.Of(wire, engine, Large(5), log: log.Address);

        Assert.Equal((ExitCode.UserWasTold, ""), (exit, errors));
        Assert.StartsWith("error STR503", Assert.Single(engine.Logs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_was_never_there_is_said_on_standard_error()
    {
        var engine = new ModelEngine();
        var wire = await WireEngine.Start(engine);
        await wire.DisposeAsync();

        var (exit, errors) = await WireRuns.Of(wire, engine, Large(5));

        Assert.Equal(ExitCode.Failed, exit);
        Assert.StartsWith("error STR503: The connection to the Pulumi engine failed during 'RegisterResource pulumi:pulumi:Stack'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_without_a_body_is_a_refusal()
    {
        var engine = new ModelEngine();
        await using var wire = await WireEngine.Start(engine, (method, call) => Task.FromResult(method == "RegisterResource" && engine.Root.Length > 0 && Refuse(call, 2, "no%20such%20region")));

        var (exit, _) = await WireRuns.Of(wire, engine, Large(5), parallel: 1);

        Assert.Equal(ExitCode.UserWasTold, exit);
        Assert.Equal("error STR504: The Pulumi engine did not register 'strata:x:Group g0': no such region", Assert.Single(engine.Logs).Message);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_call_that_the_engine_does_not_answer()
    {
        using var interrupted = new CancellationTokenSource();
        var engine = new ModelEngine
        {
            OnRegister = async (name, cancellation) =>
            {
                if (name == "r0")
                {
                    await interrupted.CancelAsync();
                    await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
                }
            },
        };
        await using var wire = await WireEngine.Start(engine);

        var (exit, _) = await WireRuns.Of(wire, engine, Large(5), cancellation: interrupted.Token);

        Assert.Equal(ExitCode.UserWasTold, exit);
        Assert.StartsWith("warning STR516: Interrupted", Assert.Single(engine.Logs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Large_and_deep_values_go_out_and_come_back()
    {
        var deep = new TextValue("bottom") as Value;
        for (var i = 0; i < PropertyEncoder.MaxLevels; i++)
        {
            deep = i % 2 == 0 ? Value.List(deep) : new ValueMap { ["k"] = deep };
        }

        var text = new string('x', 8 << 20);
        var first = new Thing("first").With("deep", deep).With("large", (Value)text);
        var engine = new ModelEngine();
        await using var wire = await WireEngine.Start(engine);

        var (exit, errors) = await WireRuns.Of(wire, engine, Graphs.Of(scope =>
        {
            scope.Add(first);
            scope.Add(new Thing("second").With("deep", first.GetOutput<string>("deep")).With("large", first.Out("large")).With("json", Output.Json(first.Out("deep"))));
        }));

        Assert.Equal((ExitCode.Fine, ""), (exit, errors));
        Assert.Equal(engine["first"].Object.Fields["deep"], engine["second"].Object.Fields["deep"]);
        Assert.Equal(text, engine["second"].Object.Fields["large"].StringValue);
        Assert.StartsWith("""{"k":[{"k":[""", engine["second"].Object.Fields["json"].StringValue, StringComparison.Ordinal);
    }

    private static ResourceGraph Large(int count) => Graphs.Of(scope =>
    {
        var group = scope;
        var last = new Thing("none");
        for (var i = 0; i < count; i++)
        {
            if (i % 50 == 0)
            {
                group = scope.AddComponent("strata:x:Group", $"g{i}");
            }

            var thing = new Thing($"r{i}").With("tags", new ValueMap { ["index"] = $"{i}" });
            last = group.Add(i % 7 > 0 ? thing.With("before", last.Out("arn")) : thing);
        }
    });

    private static bool Refuse(HttpContext call, int status, string message = "")
    {
        call.Response.ContentType = "application/grpc";
        call.Response.Headers["grpc-status"] = $"{status}";
        call.Response.Headers["grpc-message"] = message;
        return true;
    }

    private static bool Drop(HttpContext call)
    {
        call.Features.Get<IConnectionLifetimeFeature>()!.Abort();
        return true;
    }
}
