using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Strata.Pulumi.Grpc;

/// <summary>
/// Unary gRPC calls to one address, over HTTP/2 without TLS, as the engine serves them on the loopback interface. Thread safe;
/// opens connections as calls need them.
/// </summary>
internal sealed class GrpcChannel(string address) : IDisposable
{
    private static readonly TransferCodingWithQualityHeaderValue Trailers = new("trailers");

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        EnableMultipleHttp2Connections = true,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        // The engine is on this machine: what surrounds HTTP elsewhere would only be in the way.
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        AutomaticDecompression = DecompressionMethods.None,
    });

    private readonly Uri _address = new($"http://{address}");

    /// <summary>Calls <paramref name="method"/>, such as <c>/pulumirpc.Engine/Log</c>, once; waits for the answer however long it takes.</summary>
    /// <exception cref="GrpcException">The call was refused, or the connection failed.</exception>
    public async Task<TAnswer> CallAsync<TAnswer>(string method, IMessage question, CancellationToken cancellation)
        where TAnswer : IMessage, new()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_address, method))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new GrpcRequestContent(question),
        };
        request.Headers.TE.Add(Trailers);
        try
        {
            using var response = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
            return await ReadAsync<TAnswer>(response, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new GrpcException(GrpcStatus.Unavailable, error.Message, error) { IsConnectionLost = true };
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task<TAnswer> ReadAsync<TAnswer>(HttpResponseMessage response, CancellationToken cancellation)
        where TAnswer : IMessage, new()
    {
        Check(GrpcOutcome.OfHeaders(response));
        var answer = new TAnswer();
        var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        var isThere = await GrpcFrame.ReadAsync(stream, answer, cancellation).ConfigureAwait(false);
        Check(GrpcOutcome.OfTrailers(response));
        return isThere ? answer : throw new GrpcException(GrpcStatus.Internal, "The call succeeded, but no answer came.");
    }

    private static void Check(GrpcOutcome? outcome)
    {
        if (outcome is { Status: not GrpcStatus.Ok } refused)
        {
            throw new GrpcException(refused.Status, refused.Message);
        }
    }
}
