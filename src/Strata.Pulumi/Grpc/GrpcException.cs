namespace Strata.Pulumi.Grpc;

/// <summary>A call that gave no answer: the other side refused it, or was not there.</summary>
internal sealed class GrpcException(GrpcStatus status, string message, Exception? cause = null) : Exception(message, cause)
{
    public GrpcStatus Status { get; } = status;

    /// <summary>The connection failed: whether the other side did what was asked is not known.</summary>
    public bool IsConnectionLost { get; init; }
}
