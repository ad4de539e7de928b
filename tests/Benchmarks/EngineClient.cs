using System.Diagnostics;
using Strata.Graph;
using Strata.Pulumi;
using Strata.Pulumi.Grpc;
using Strata.Pulumi.Protocol;

namespace Strata.Benchmarks;

/// <summary>The program's side: says what it took.</summary>
internal static class EngineClient
{
    public static async Task<int> Register(string address, ResourceGraph graph, int parallel)
    {
        var watch = Stopwatch.StartNew();
        var environment = new EngineEnvironment { Monitor = address, Engine = address, Project = "strata", Stack = "bench", Parallel = parallel };
        using var deployment = Deployment.Connect(environment, Console.Error);
        var exit = await deployment.RunAsync(graph, new Dictionary<string, string>());
        Report(watch, graph.Resources.Count);
        return exit;
    }

    /// <summary>Calls with next to nothing in them, 32 at a time, for comparison.</summary>
    public static async Task CallBare(string address, int count)
    {
        var watch = Stopwatch.StartNew();
        using var channel = new GrpcChannel(address);
        await Call("pulumi:pulumi:Stack", default);
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, cancellation) => await Call("aws:sqs/queue:Queue", cancellation));
        Report(watch, count);

        async Task Call(string type, CancellationToken cancellation) => await channel.CallAsync<RegisterResourceResponse>(
            "/pulumirpc.ResourceMonitor/RegisterResource", new RegisterResourceRequest { Type = type, Name = "x" }, cancellation);
    }

    private static void Report(Stopwatch watch, int count)
    {
        using var self = Process.GetCurrentProcess();
        var processor = self.TotalProcessorTime;
        Console.WriteLine($"{watch.ElapsedMilliseconds} ms, {processor.TotalSeconds:F2} s of processor time, {processor.TotalMicroseconds / count:F0} µs for each, peak {self.PeakWorkingSet64 >> 20} MB");
    }
}
