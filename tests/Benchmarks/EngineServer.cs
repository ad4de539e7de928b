using System.Buffers.Binary;
using System.Net;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Strata.Pulumi.Protocol;

namespace Strata.Benchmarks;

/// <summary>An engine that answers every call after a delay, and registrations with what they sent. Says its address, then the time of each root's registration.</summary>
internal static class EngineServer
{
    private const int PrefixBytes = 5;

    public static async Task Run(TimeSpan delay)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.WebHost.UseUrls();
        await using var app = builder.Build();
        app.Run(call => Serve(call, delay));
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority);
        await Task.Delay(Timeout.Infinite);
    }

    private static async Task Serve(HttpContext call, TimeSpan delay)
    {
        using var body = new MemoryStream();
        await call.Request.Body.CopyToAsync(body);
        var answer = Answer(call.Request.Path.Value!, body.ToArray().AsSpan(PrefixBytes));
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay);
        }

        var frame = new byte[PrefixBytes + answer.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), answer.Length);
        answer.CopyTo(frame, PrefixBytes);
        call.Response.ContentType = "application/grpc";
        call.Response.AppendTrailer("grpc-status", "0");
        await call.Response.Body.WriteAsync(frame);
    }

    private static byte[] Answer(string method, ReadOnlySpan<byte> message)
    {
        if (method.EndsWith("/SupportsFeature", StringComparison.Ordinal))
        {
            return new SupportsFeatureResponse { HasSupport = true }.ToByteArray();
        }

        if (!method.EndsWith("/RegisterResource", StringComparison.Ordinal))
        {
            return [];
        }

        var request = RegisterResourceRequest.Parser.ParseFrom(message);
        if (request.Type == "pulumi:pulumi:Stack")
        {
            Console.WriteLine(DateTime.UtcNow.Ticks);
        }

        return new RegisterResourceResponse { Urn = $"urn:pulumi:bench::strata::{request.Type}::{request.Name}", Id = $"{request.Name}-id", Object = request.Object }.ToByteArray();
    }
}
