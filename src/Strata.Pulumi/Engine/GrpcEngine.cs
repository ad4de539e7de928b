using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Strata.Pulumi.Grpc;
using Strata.Pulumi.Protocol;

namespace Strata.Pulumi.Engine;

/// <summary>The engine of a running <c>pulumi</c> command.</summary>
/// <param name="monitor">The address of the resource monitor, <c>host:port</c>.</param>
/// <param name="engine">The address of the engine, which takes the log.</param>
internal sealed class GrpcEngine(string monitor, string engine) : IEngine
{
    private readonly GrpcChannel _monitor = new(monitor);
    private readonly GrpcChannel _engine = new(engine);

    public async Task<bool> SupportsFeatureAsync(string id, CancellationToken cancellation) =>
        await Optional(MonitorAsync<SupportsFeatureResponse>("SupportsFeature", new SupportsFeatureRequest { Id = id }, cancellation)).ConfigureAwait(false)
            is { HasSupport: true };

    public Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, CancellationToken cancellation) =>
        MonitorAsync<RegisterResourceResponse>("RegisterResource", request, cancellation);

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request, CancellationToken cancellation) =>
        MonitorAsync<Empty>("RegisterResourceOutputs", request, cancellation);

    public Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request, CancellationToken cancellation) =>
        MonitorAsync<ReadResourceResponse>("ReadResource", request, cancellation);

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellation) =>
        MonitorAsync<ResourceInvokeResponse>("Invoke", request, cancellation);

    public Task SetRootResourceAsync(string urn, CancellationToken cancellation) =>
        Optional(EngineAsync<SetRootResourceResponse>("SetRootResource", new SetRootResourceRequest { Urn = urn }, cancellation));

    public Task SignalAndWaitForShutdownAsync(CancellationToken cancellation) =>
        Optional(MonitorAsync<Empty>("SignalAndWaitForShutdown", new Empty(), cancellation));

    public Task LogAsync(LogRequest request, CancellationToken cancellation) => EngineAsync<Empty>("Log", request, cancellation);

    public void Dispose()
    {
        _monitor.Dispose();
        _engine.Dispose();
    }

    private static async Task<T?> Optional<T>(Task<T> call)
        where T : class
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (GrpcException refused) when (refused.Status is GrpcStatus.Unimplemented)
        {
            return null;
        }
    }

    private Task<T> MonitorAsync<T>(string method, IMessage request, CancellationToken cancellation)
        where T : IMessage, new() => _monitor.CallAsync<T>($"/pulumirpc.ResourceMonitor/{method}", request, cancellation);

    private Task<T> EngineAsync<T>(string method, IMessage request, CancellationToken cancellation)
        where T : IMessage, new() => _engine.CallAsync<T>($"/pulumirpc.Engine/{method}", request, cancellation);
}
