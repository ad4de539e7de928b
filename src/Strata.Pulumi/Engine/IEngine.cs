using Strata.Pulumi.Protocol;

namespace Strata.Pulumi.Engine;

/// <summary>
/// The engine as this program needs it: Pulumi's services <c>ResourceMonitor</c> and <c>Engine</c>. Calls may overlap. Each throws
/// <see cref="Grpc.GrpcException"/> when there is no answer; those an older engine may lack do nothing there.
/// </summary>
internal interface IEngine : IDisposable
{
    /// <summary>False also when the engine is too old to be asked.</summary>
    Task<bool> SupportsFeatureAsync(string id, CancellationToken cancellation);

    /// <summary>Answers when the engine has created or updated the resource, which may take hours.</summary>
    Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, CancellationToken cancellation);

    Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request, CancellationToken cancellation);

    Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request, CancellationToken cancellation);

    Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellation);

    Task SetRootResourceAsync(string urn, CancellationToken cancellation);

    /// <summary>Says that nothing more will come, and waits until the engine has done all it has to.</summary>
    Task SignalAndWaitForShutdownAsync(CancellationToken cancellation);

    Task LogAsync(LogRequest request, CancellationToken cancellation);
}
