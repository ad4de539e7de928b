using System.Net.Sockets;

namespace Strata.Cli.Processes;

/// <summary>Whether hosts answer.</summary>
internal static class Reachability
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Opens a connection and closes it again; nothing is sent.</summary>
    public static bool Reaches(string host, int port)
    {
        using var client = new TcpClient();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            client.ConnectAsync(host, port, limit.Token).AsTask().GetAwaiter().GetResult();
            return true;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}
