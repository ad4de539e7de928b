using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Strata.Pulumi.Grpc;
using Strata.Pulumi.Protocol;
using Strata.Tests.Pulumi.Fakes;

namespace Strata.Tests.Pulumi.Grpc;

public sealed class GrpcChannelTests
{
    private static readonly byte[] Answer = [8, 1];

    [Fact]
    public async Task A_call_is_a_post_in_http_2_that_asks_for_trailers()
    {
        var seen = "";
        await using var server = await WireServer.Start(async call =>
        {
            seen = $"{call.Request.Protocol} {call.Request.Method} {call.Request.Path} {call.Request.ContentType} te={call.Request.Headers.TE}";
            var id = SupportsFeatureRequest.Parser.ParseFrom(await WireServer.ReadMessage(call)).Id;
            await WireServer.WriteMessage(call, id == "secrets" ? Answer : []);
            WireServer.End(call, 0);
        });

        Assert.True((await Ask(server)).HasSupport);
        Assert.Equal("HTTP/2 POST /pulumirpc.ResourceMonitor/SupportsFeature application/grpc te=trailers", seen);
    }

    [Fact]
    public async Task A_refusal_in_the_trailers_has_status_and_message()
    {
        await using var server = await WireServer.Start(call =>
        {
            WireServer.End(call, 2, "bucket 'größe' 100% wrong");
            return Task.CompletedTask;
        });

        var refused = await Assert.ThrowsAsync<GrpcException>(() => Ask(server));
        Assert.Equal((GrpcStatus.Unknown, "bucket 'größe' 100% wrong", false), (refused.Status, refused.Message, refused.IsConnectionLost));
    }

    [Fact]
    public async Task A_refusal_without_a_body_is_in_the_headers()
    {
        await using var server = await WireServer.Start(call =>
        {
            call.Response.ContentType = "application/grpc";
            call.Response.Headers["grpc-status"] = "12";
            call.Response.Headers["grpc-message"] = "unknown%20method";
            return Task.CompletedTask;
        });

        var refused = await Assert.ThrowsAsync<GrpcException>(() => Ask(server));
        Assert.Equal((GrpcStatus.Unimplemented, "unknown method"), (refused.Status, refused.Message));
    }

    [Theory]
    [InlineData(404, GrpcStatus.Unimplemented)]
    [InlineData(503, GrpcStatus.Unavailable)]
    [InlineData(403, GrpcStatus.PermissionDenied)]
    [InlineData(500, GrpcStatus.Unknown)]
    [InlineData(200, GrpcStatus.Unknown)]
    public async Task Something_else_than_grpc_is_refused(int http, object status)
    {
        await using var server = await WireServer.Start(async call =>
        {
            call.Response.StatusCode = http;
            call.Response.ContentType = "text/html";
            await call.Response.WriteAsync("<html>");
        });

        var refused = await Assert.ThrowsAsync<GrpcException>(() => Ask(server));
        Assert.Equal((GrpcStatus)status, refused.Status);
        Assert.False(refused.IsConnectionLost);
    }

    public static TheoryData<string, byte[]> Malformed => new()
    {
        { "inside its first five bytes", [0, 0] },
        { "compressed", [1, 0, 0, 0, 2, 8, 1] },
        { "More than one message", [0, 0, 0, 0, 2, 8, 1, 0, 0, 0, 0, 0] },
        { "cannot be read", [0, 0, 0, 0, 2, 8, 255] },
        { "is the most", [0, 0x19, 0, 0, 1] },
        { "no answer came", [] },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_malformed_answer_is_named(string message, byte[] body)
    {
        await using var server = await WireServer.Start(async call =>
        {
            call.Response.ContentType = "application/grpc";
            await call.Response.Body.WriteAsync(body);
            WireServer.End(call, 0);
        });

        var refused = await Assert.ThrowsAsync<GrpcException>(() => Ask(server));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_a_status_does_not_count()
    {
        await using var server = await WireServer.Start(call => WireServer.WriteMessage(call, Answer));

        var refused = await Assert.ThrowsAsync<GrpcException>(() => Ask(server));
        Assert.Equal((GrpcStatus.Internal, "The answer ended without a status."), (refused.Status, refused.Message));
    }

    [Fact]
    public async Task A_status_after_a_message_counts()
    {
        await using var server = await WireServer.Start(async call =>
        {
            await WireServer.WriteMessage(call, Answer);
            WireServer.End(call, 9, "too late");
        });

        var refused = await Assert.ThrowsAsync<GrpcException>(() => Ask(server));
        Assert.Equal((GrpcStatus.FailedPrecondition, "too late"), (refused.Status, refused.Message));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_dropped_connection_is_no_refusal_and_no_second_try(bool isWhole)
    {
        var calls = 0;
        await using var server = await WireServer.Start(async call =>
        {
            await WireServer.ReadMessage(call);
            Interlocked.Increment(ref calls);
            if (isWhole)
            {
                call.Features.Get<IConnectionLifetimeFeature>()!.Abort();
            }
            else
            {
                await WireServer.WriteMessage(call, Answer);
                await call.Response.Body.FlushAsync();
                call.Abort();
            }
        });

        var lost = await Assert.ThrowsAsync<GrpcException>(() => Ask(server));
        Assert.True(lost.IsConnectionLost);
        Assert.Equal(GrpcStatus.Unavailable, lost.Status);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task A_call_is_not_sent_twice_even_when_HTTP_would_try_again()
    {
        using var server = new FlakyServer();
        using var channel = new GrpcChannel(server.Address);

        var lost = await Assert.ThrowsAsync<GrpcException>(() => Ask(channel));

        Assert.True(lost.IsConnectionLost);
        Assert.True(server.Connections > 1, "HTTP did not try again, so the test shows nothing.");
        Assert.Equal(1, server.Bodies);
    }

    [Fact]
    public async Task Nobody_listening_is_a_lost_connection()
    {
        var server = await WireServer.Start(_ => Task.CompletedTask);
        await server.DisposeAsync();

        var lost = await Assert.ThrowsAsync<GrpcException>(() => Ask(server));
        Assert.True(lost.IsConnectionLost);
    }

    [Fact]
    public async Task Cancelling_ends_the_call_on_both_sides()
    {
        var ended = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        await using var server = await WireServer.Start(async call =>
        {
            call.RequestAborted.Register(() => ended.TrySetResult());
            begun.SetResult();
            await ended.Task;
        });
        using var stop = new CancellationTokenSource();

        var asking = Ask(server, stop.Token);
        await begun.Task;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task More_calls_than_a_connection_takes_are_under_way_at_once()
    {
        const int Calls = 250;
        var underWay = 0;
        var all = new TaskCompletionSource();
        await using var server = await WireServer.Start(async call =>
        {
            if (Interlocked.Increment(ref underWay) == Calls)
            {
                all.SetResult();
            }

            await all.Task;
            await WireServer.WriteMessage(call, Answer);
            WireServer.End(call, 0);
        });
        using var channel = new GrpcChannel(server.Address);

        var asking = Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => Ask(channel)));

        Assert.All(await asking.WaitAsync(TimeSpan.FromSeconds(60)), answer => Assert.True(answer.HasSupport));
    }

    [Fact]
    public async Task Large_messages_go_both_ways()
    {
        const int Size = 32 << 20;
        await using var server = await WireServer.Start(async call =>
        {
            await WireServer.WriteMessage(call, await WireServer.ReadMessage(call));
            WireServer.End(call, 0);
        });
        using var channel = new GrpcChannel(server.Address);

        var echo = await channel.CallAsync<SupportsFeatureRequest>("/x/Echo", new SupportsFeatureRequest { Id = new string('x', Size) }, default);

        Assert.Equal(Size, echo.Id.Length);
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_not_sent()
    {
        await using var server = await WireServer.Start(_ => throw new InvalidOperationException("it was sent"));
        using var channel = new GrpcChannel(server.Address);
        var message = new RegisterResourceRequest();
        message.IgnoreChanges.AddRange(Enumerable.Repeat(new string('x', 1 << 20), 400));

        var refused = await Assert.ThrowsAsync<GrpcException>(() => channel.CallAsync<RegisterResourceResponse>("/x/Echo", message, default));

        Assert.Equal(GrpcStatus.ResourceExhausted, refused.Status);
    }

    private static async Task<SupportsFeatureResponse> Ask(WireServer server, CancellationToken cancellation = default)
    {
        using var channel = new GrpcChannel(server.Address);
        return await Ask(channel, cancellation);
    }

    private static Task<SupportsFeatureResponse> Ask(GrpcChannel channel, CancellationToken cancellation = default) =>
        channel.CallAsync<SupportsFeatureResponse>("/pulumirpc.ResourceMonitor/SupportsFeature", new SupportsFeatureRequest { Id = "secrets" }, cancellation);
}
