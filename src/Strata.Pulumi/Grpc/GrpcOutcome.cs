using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Strata.Pulumi.Grpc;

/// <summary>How a call ended, as the headers or trailers of its answer say.</summary>
internal readonly record struct GrpcOutcome(GrpcStatus Status, string Message)
{
    private const string StatusHeader = "grpc-status";
    private const string MessageHeader = "grpc-message";

    /// <summary>What the first headers say: an error that came without a body, or an answer that is not gRPC. Null when all is well so far.</summary>
    public static GrpcOutcome? OfHeaders(HttpResponseMessage response)
    {
        if (Find(response.Headers) is { } outcome)
        {
            return outcome;
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            return new GrpcOutcome(OfHttp(response.StatusCode), $"The answer has HTTP status {(int)response.StatusCode}.");
        }

        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        return type.StartsWith("application/grpc", StringComparison.Ordinal)
            ? null
            : new GrpcOutcome(GrpcStatus.Unknown, $"The answer has content type '{type}', which is not gRPC.");
    }

    /// <summary>What the trailers say; to be asked when the body was read to its end.</summary>
    public static GrpcOutcome OfTrailers(HttpResponseMessage response) =>
        Find(response.TrailingHeaders) ?? new GrpcOutcome(GrpcStatus.Internal, "The answer ended without a status.");

    private static GrpcOutcome? Find(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues(StatusHeader, out var values))
        {
            return null;
        }

        var status = int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var code) && Enum.IsDefined((GrpcStatus)code)
            ? (GrpcStatus)code
            : GrpcStatus.Unknown;
        var message = headers.TryGetValues(MessageHeader, out var texts) ? Uri.UnescapeDataString(texts.First()) : "";
        return new GrpcOutcome(status, message);
    }

    /// <summary>The mapping that gRPC's HTTP/2 specification gives for answers without a gRPC status.</summary>
    private static GrpcStatus OfHttp(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => GrpcStatus.Internal,
        HttpStatusCode.Unauthorized => GrpcStatus.Unauthenticated,
        HttpStatusCode.Forbidden => GrpcStatus.PermissionDenied,
        HttpStatusCode.NotFound => GrpcStatus.Unimplemented,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => GrpcStatus.Unavailable,
        _ => GrpcStatus.Unknown,
    };
}
