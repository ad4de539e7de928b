using Strata.Diagnostics;
using Strata.Graph;
using Strata.Pulumi;
using Strata.Pulumi.Codec;
using Strata.Pulumi.Grpc;
using Strata.Pulumi.Protocol;
using Strata.Tests.Pulumi.Fakes;

namespace Strata.Tests.Pulumi.Deployments;

public sealed class TroubleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task After_a_refusal_nothing_new_is_started_and_what_is_under_way_is_waited_for()
    {
        var refused = new TaskCompletionSource();
        var ended = 0;
        var engine = new ModelEngine
        {
            OnRegister = async (name, cancellation) =>
            {
                if (name == "bad")
                {
                    refused.SetResult();
                    throw new GrpcException(GrpcStatus.Unknown, "no such region");
                }

                await (name == "slow" ? refused.Task : Task.CompletedTask);
                await Task.Delay(name == "slow" ? 100 : 0, cancellation);
                Interlocked.Increment(ref ended);
            },
        };
        var graph = Graphs.Of(scope =>
        {
            var slow = scope.Add(new Thing("slow"));
            scope.Add(new Thing("bad"));
            scope.Add(new Thing("next"));
            scope.Add(new Thing("after-slow").With("arn", slow.Out("arn")));
        });

        Assert.Equal(ExitCode.UserWasTold, await Runs.Of(engine, graph, parallel: 2).WaitAsync(Patience));

        Assert.Equal(["strata-dev", "slow", "bad"], engine.Registrations.Select(request => request.Name));
        Assert.Equal(2, ended);
        Assert.Equal("error STR504: The Pulumi engine did not register 'aws:s3/bucket:Bucket bad': no such region", Assert.Single(engine.Logs).Message);
        Assert.False(engine.IsShutDown);
    }

    [Fact]
    public async Task A_bug_of_ours_is_told_through_the_engine_without_any_secret()
    {
        var engine = new ModelEngine();
        var environment = Runs.Environment(engine) with
        {
            Config = new Dictionary<string, string> { ["strata:secrets"] = """{"wandb":"s3cr3t-value"}""" },
            ConfigSecretKeys = ["strata:secrets"],
        };
        using var deployment = new Deployment(environment, engine, TextWriter.Null);

        Assert.Equal(ExitCode.UserWasTold, await deployment.GuardAsync(() => throw new InvalidOperationException("The catalog says nothing of 's3cr3t-value'.")));

        var log = Assert.Single(engine.Logs);
        Assert.StartsWith("error STR517: A bug in Strata ended the program (InvalidOperationException: The catalog says nothing of '[secret]').", log.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(A_bug_of_ours_is_told_through_the_engine_without_any_secret), log.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t-value", log.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GrpcStatus.Unavailable)]
    [InlineData(GrpcStatus.Cancelled)]
    public async Task When_the_engine_is_stopping_it_has_told_the_user(object status)
    {
        var engine = new ModelEngine { OnRegister = (name, _) => name == "lake" ? throw new GrpcException((GrpcStatus)status, "resource monitor shut down") : Task.CompletedTask };

        Assert.Equal(ExitCode.UserWasTold, await Runs.Of(engine, Graphs.Of(scope => scope.Add(new Thing("lake")))));

        Assert.Empty(engine.Logs);
    }

    [Theory]
    [InlineData(Result.Fail)]
    [InlineData(Result.Skip)]
    public async Task With_continue_on_error_the_rest_is_registered_and_old_outputs_are_left(object result)
    {
        var engine = new ModelEngine();
        engine.Answers["bad"] = response => (response.Result, response.Id, response.Object) = ((Result)result, "", new());
        var bad = new Thing("bad");
        var graph = Graphs.Of(
            scope =>
            {
                scope.Add(bad);
                scope.Add(new Thing("after").With("arn", bad.Out("arn")).With("id", bad.Id));
                scope.Add(new Thing("other"));
            },
            Graphs.Output("arn", bad.Out("arn")));

        Assert.Equal(ExitCode.UserWasTold, await Runs.Of(engine, graph));

        Assert.Empty(engine.Problems);
        Assert.Empty(engine.Logs);
        Assert.Equal(Signatures.Unknown, engine["after"].Object.Fields["arn"].StringValue);
        Assert.Equal(Signatures.Unknown, engine["after"].Object.Fields["id"].StringValue);
        Assert.Contains(engine.Registrations, request => request.Name == "other");
        Assert.Empty(engine.Outputs);
        Assert.True(engine.IsShutDown);
    }

    [Fact]
    public async Task What_a_targeted_update_leaves_out_is_unknown()
    {
        var engine = new ModelEngine();
        engine.Answers["left-out"] = response => response.Unknown = true;
        var leftOut = new Thing("left-out");
        var graph = Graphs.Of(scope =>
        {
            scope.Add(leftOut);
            scope.Add(new Thing("after").With("arn", leftOut.Out("arn")));
        });

        await Runs.Good(engine, graph);

        Assert.Equal(Signatures.Unknown, engine["after"].Object.Fields["arn"].StringValue);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_calls_and_says_how_far_it_got()
    {
        using var interrupted = new CancellationTokenSource();
        var engine = new ModelEngine
        {
            OnRegister = async (name, cancellation) =>
            {
                if (name == "slow")
                {
                    await interrupted.CancelAsync();
                    await Task.Delay(Timeout.Infinite, cancellation);
                }
            },
        };
        var graph = Graphs.Of(scope =>
        {
            scope.Add(new Thing("slow"));
            scope.Add(new Thing("never"));
        });

        Assert.Equal(ExitCode.UserWasTold, await Runs.Of(engine, graph, parallel: 1, cancellation: interrupted.Token).WaitAsync(Patience));

        Assert.Equal("warning STR516: Interrupted after 1 of 5 steps. What was under way may still be carried out. Run the command again to go on.", Assert.Single(engine.Logs).Message);
        Assert.DoesNotContain(engine.Registrations, request => request.Name == "never");
    }

    [Fact]
    public async Task Ctrl_C_before_anything_began_registers_nothing()
    {
        var engine = new ModelEngine();

        Assert.Equal(ExitCode.UserWasTold, await Runs.Of(engine, Graphs.Of(_ => { }), cancellation: new CancellationToken(canceled: true)));

        Assert.Empty(engine.Registrations);
        Assert.Contains("after 0 of 3 steps", Assert.Single(engine.Logs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_errors_are_told_through_the_engine_and_nothing_wrong_is_sent()
    {
        var graph = Graphs.Of(scope =>
        {
            scope.Add(new Thing("a").With("key", Output.ConfigSecret("wandb")).With("text", (Value)Signatures.Unknown));
        });
        var engine = new ModelEngine();

        Assert.Equal(ExitCode.UserWasTold, await Runs.Of(engine, graph, parallel: 1));

        Assert.Equal(["STR509", "STR510"], engine.Logs.Select(log => log.Message.Split(':')[0].Split(' ')[1]).Order());
        Assert.All(engine.Logs, log => Assert.Equal(LogSeverity.Error, log.Severity));
        Assert.DoesNotContain(engine.Registrations, request => request.Name == "a");
    }

    [Fact]
    public async Task An_engine_too_old_for_aliases_is_told_of_only_when_there_are_some()
    {
        var engine = new ModelEngine { Features = ["secrets"] };
        await Runs.Good(engine, Graphs.Of(scope => scope.Add(new Thing("a"))));

        engine = new ModelEngine { Features = ["secrets"] };
        Assert.Equal(ExitCode.UserWasTold, await Runs.Of(engine, Graphs.Of(scope => scope.Add(new Thing("a", new ResourceOptions { Aliases = [new ResourceAlias("b")] })))));
        Assert.Equal("error STR514: The Pulumi CLI does not support aliases, which the stack needs. Update it to version 3.43 or newer.", Assert.Single(engine.Logs).Message);
    }

    [Fact]
    public async Task A_mistake_of_this_program_is_thrown_and_does_not_hang()
    {
        var engine = new ModelEngine { OnRegister = (name, _) => name == "a" ? throw new InvalidOperationException("a bug") : Task.CompletedTask };

        await Assert.ThrowsAnyAsync<Exception>(() => Runs.Of(engine, Graphs.Of(scope => scope.Add(new Thing("a")))).WaitAsync(Patience));
    }

    [Fact]
    public async Task Problems_of_the_configuration_are_told_with_their_severity()
    {
        var engine = new ModelEngine();
        using var deployment = new Deployment(Runs.Environment(engine), engine, TextWriter.Null);
        var warning = Diagnostic.Warning("STR299", null, "Odd.");

        Assert.Equal(ExitCode.Fine, await deployment.ReportAsync([warning]));
        Assert.Equal(ExitCode.UserWasTold, await deployment.ReportAsync([warning, Diagnostic.Error("STR298", null, "Wrong.")]));

        Assert.Equal(["warning STR299: Odd.", "warning STR299: Odd.", "error STR298: Wrong."], engine.Logs.Select(log => log.Message));
        Assert.Equal([LogSeverity.Warning, LogSeverity.Warning, LogSeverity.Error], engine.Logs.Select(log => log.Severity));
    }
}
