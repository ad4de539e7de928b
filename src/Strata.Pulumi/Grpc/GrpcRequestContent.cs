using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Strata.Pulumi.Grpc;

/// <summary>The body of a call. It can be sent once: HTTP may try a request again, and a second try could register a resource twice.</summary>
internal sealed class GrpcRequestContent : HttpContent
{
    private static readonly MediaTypeHeaderValue Grpc = new("application/grpc");

    private byte[]? _frame;

    public GrpcRequestContent(IMessage message)
    {
        _frame = GrpcFrame.Of(message);
        Headers.ContentType = Grpc;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _frame, null) is { } frame
            ? stream.WriteAsync(frame, cancellationToken).AsTask()
            : throw new HttpRequestException("The connection failed while the call was under way, and a call is not sent twice.");

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
