using System.Buffers.Binary;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Strata.Tests.Pulumi.Fakes;

/// <summary>An HTTP/2 server without TLS on the loopback interface: real frames, real trailers.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WireServer(WebApplication app) => _app = app;

    /// <summary><c>host:port</c>, as PULUMI_MONITOR has it.</summary>
    public string Address { get; private set; } = "";

    public static async Task<WireServer> Start(RequestDelegate handler)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.WebHost.UseUrls();
        var app = builder.Build();
        app.Run(handler);
        var server = new WireServer(app);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Address = new Uri(address).Authority;
        return server;
    }

    /// <summary>The message of a call, without the five bytes before it.</summary>
    public static async Task<byte[]> ReadMessage(HttpContext call)
    {
        using var body = new MemoryStream();
        await call.Request.Body.CopyToAsync(body);
        return body.ToArray()[5..];
    }

    public static async Task WriteMessage(HttpContext call, byte[] message)
    {
        call.Response.ContentType = "application/grpc";
        var prefix = new byte[5];
        BinaryPrimitives.WriteInt32BigEndian(prefix.AsSpan(1), message.Length);
        await call.Response.Body.WriteAsync(prefix);
        await call.Response.Body.WriteAsync(message);
    }

    public static void End(HttpContext call, int status, string message = "")
    {
        if (!call.Response.HasStarted)
        {
            call.Response.ContentType = "application/grpc";
        }

        call.Response.AppendTrailer("grpc-status", $"{status}");
        if (message.Length > 0)
        {
            call.Response.AppendTrailer("grpc-message", Uri.EscapeDataString(message));
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
