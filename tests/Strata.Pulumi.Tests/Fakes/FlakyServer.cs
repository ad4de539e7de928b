using System.Net;
using System.Net.Sockets;

namespace Strata.Tests.Pulumi.Fakes;

/// <summary>
/// Speaks just enough HTTP/2 to take a request and then say that it has taken none (GOAWAY, last stream 0), which makes HTTP
/// clients try again on a new connection.
/// </summary>
internal sealed class FlakyServer : IDisposable
{
    private const int PrefaceBytes = 24;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _bodies;
    private int _connections;

    public FlakyServer()
    {
        _listener.Start();
        _ = Accept();
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>How many times the message of a call has come.</summary>
    public int Bodies => _bodies;

    public int Connections => _connections;

    public void Dispose() => _listener.Dispose();

    private async Task Accept()
    {
        while (true)
        {
            try
            {
                _ = Serve(await _listener.AcceptTcpClientAsync());
            }
            catch (Exception error) when (error is ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        Interlocked.Increment(ref _connections);
        var stream = client.GetStream();
        await stream.ReadExactlyAsync(new byte[PrefaceBytes]);
        await stream.WriteAsync(new byte[] { 0, 0, 0, 4, 0, 0, 0, 0, 0 });
        var header = new byte[9];
        while (await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false) == header.Length)
        {
            var length = (header[0] << 16) | (header[1] << 8) | header[2];
            await stream.ReadExactlyAsync(new byte[length]);
            var (isData, isEnd) = (header[3] == 0, (header[4] & 1) == 1);
            if (isData && length > 0)
            {
                Interlocked.Increment(ref _bodies);
            }

            if (isData && isEnd)
            {
                await stream.WriteAsync(new byte[] { 0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 });
                return;
            }
        }
    }
}
