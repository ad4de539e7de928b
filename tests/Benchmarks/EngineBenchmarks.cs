using System.Diagnostics;
using System.Globalization;

namespace Strata.Benchmarks;

/// <summary>
/// What it costs to register resources. Engine and program are processes of their own, as they are under <c>pulumi</c>, so that
/// start, processor time and memory are the program's alone.
/// </summary>
internal static class EngineBenchmarks
{
    public static async Task<int> Run(string[] args)
    {
        switch (args)
        {
            case ["serve", var delay]:
                await EngineServer.Run(TimeSpan.FromMilliseconds(Number(delay)));
                return 0;
            case ["bare", var address, var count]:
                await EngineClient.CallBare(address, Number(count));
                return 0;
            case ["register", var address, var count]:
                return await EngineClient.Register(address, EngineGraphs.Large(Number(count)), parallel: 32);
            case ["slow", var address, var parallel]:
                return await EngineClient.Register(address, EngineGraphs.Platform(), Number(parallel));
            case [var count]:
                await Compare(count);
                return 0;
            default:
                return 64;
        }
    }

    private static async Task Compare(string count)
    {
        using (var server = Start("serve", "0"))
        {
            var address = (await server.StandardOutput.ReadLineAsync())!;
            foreach (var what in new[] { "bare", "register", "register" })
            {
                await Measure(server, what, address, count);
            }

            server.Kill();
        }

        using var slow = Start("serve", "50");
        var slowAddress = (await slow.StandardOutput.ReadLineAsync())!;
        Console.WriteLine($"with 50 ms a call, the platform's critical path takes {EngineGraphs.CriticalPath(EngineGraphs.Platform()) * 50} ms:");
        foreach (var parallel in new[] { "1", "16", "64" })
        {
            await Measure(slow, "slow", slowAddress, parallel);
        }

        slow.Kill();
    }

    /// <summary>The server says at what time the first registration of a program comes.</summary>
    private static async Task Measure(Process server, string what, string address, string number)
    {
        var started = DateTime.UtcNow;
        var first = server.StandardOutput.ReadLineAsync();
        using var program = Start(what, address, number);
        var said = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        var until = new DateTime(long.Parse((await first)!, CultureInfo.InvariantCulture), DateTimeKind.Utc) - started;
        Console.WriteLine($"{what,-8} {number,6}: {said.Trim()}, {until.TotalMilliseconds:F0} ms from start to first registration");
    }

    private static Process Start(params string[] args) =>
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["engine", .. args]) { RedirectStandardOutput = true })!;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
