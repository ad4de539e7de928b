using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;
using Strata.Pulumi.Engine;
using Strata.Pulumi.Grpc;
using Strata.Pulumi.Protocol;

namespace Strata.Tests.Pulumi.Fakes;

/// <summary>Serves an engine over the wire, and keeps every message that came.</summary>
internal sealed class WireEngine : IAsyncDisposable
{
    private readonly IEngine _engine;
    private readonly Func<string, HttpContext, Task<bool>> _instead;
    private WireServer? _server;

    private WireEngine(IEngine engine, Func<string, HttpContext, Task<bool>>? instead)
    {
        _engine = engine;
        _instead = instead ?? ((_, _) => Task.FromResult(false));
    }

    public string Address => _server!.Address;

    public ConcurrentQueue<(string Method, byte[] Message)> Messages { get; } = [];

    /// <param name="instead">Given the method's name: true when it has dealt with the call itself.</param>
    public static async Task<WireEngine> Start(IEngine engine, Func<string, HttpContext, Task<bool>>? instead = null)
    {
        var wire = new WireEngine(engine, instead);
        wire._server = await WireServer.Start(wire.Serve);
        return wire;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task Serve(HttpContext call)
    {
        var method = call.Request.Path.Value!.Split('/')[^1];
        var message = await WireServer.ReadMessage(call);
        Messages.Enqueue((method, message));
        if (await _instead(method, call))
        {
            return;
        }

        try
        {
            var answer = await Answer(method, message, call.RequestAborted);
            await WireServer.WriteMessage(call, answer.ToByteArray());
            WireServer.End(call, 0);
        }
        catch (GrpcException refused)
        {
            WireServer.End(call, (int)refused.Status, refused.Message);
        }
    }

    private async Task<IMessage> Answer(string method, byte[] message, CancellationToken cancellation)
    {
        switch (method)
        {
            case "SupportsFeature":
                return new SupportsFeatureResponse { HasSupport = await _engine.SupportsFeatureAsync(Parse<SupportsFeatureRequest>(message).Id, cancellation) };
            case "RegisterResource":
                return await _engine.RegisterResourceAsync(Parse<RegisterResourceRequest>(message), cancellation);
            case "ReadResource":
                return await _engine.ReadResourceAsync(Parse<ReadResourceRequest>(message), cancellation);
            case "Invoke":
                return await _engine.InvokeAsync(Parse<ResourceInvokeRequest>(message), cancellation);
            case "RegisterResourceOutputs":
                await _engine.RegisterResourceOutputsAsync(Parse<RegisterResourceOutputsRequest>(message), cancellation);
                return new Empty();
            case "SetRootResource":
                await _engine.SetRootResourceAsync(Parse<SetRootResourceRequest>(message).Urn, cancellation);
                return new SetRootResourceResponse();
            case "SignalAndWaitForShutdown":
                await _engine.SignalAndWaitForShutdownAsync(cancellation);
                return new Empty();
            case "Log":
                await _engine.LogAsync(Parse<LogRequest>(message), cancellation);
                return new Empty();
            default:
                throw new GrpcException(GrpcStatus.Unimplemented, $"unknown method {method}");
        }
    }

    private static T Parse<T>(byte[] message)
        where T : IMessage, new()
    {
        var parsed = new T();
        using var input = CodedInputStream.CreateWithLimits(new MemoryStream(message), int.MaxValue, 100_000);
        parsed.MergeFrom(input);
        return parsed;
    }
}
