using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Strata.Text;

namespace Strata.Cli;

/// <summary>
/// What a run read and how long its stages took, for <c>--verbose</c>. Times are added up over all processors; a stage within another
/// counts for itself and not for the outer one.
/// </summary>
internal sealed class Stages
{
    /// <summary>How much of the time that is being measured on this thread went to stages within.</summary>
    [ThreadStatic]
    private static long _within;

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly ConcurrentDictionary<string, (long Ticks, int Times, long First)> _times = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _files = new(StringComparer.Ordinal);

    /// <param name="stage">What is done, as a word: read, bind, expand.</param>
    public T Time<T>(string stage, Func<T> work)
    {
        var (start, outer) = (Stopwatch.GetTimestamp(), _within);
        _within = 0;
        try
        {
            return work();
        }
        finally
        {
            var whole = Stopwatch.GetTimestamp() - start;
            var own = whole - _within;
            _within = outer + whole;
            _times.AddOrUpdate(stage, (own, 1, start), (_, before) => (before.Ticks + own, before.Times + 1, Math.Min(before.First, start)));
        }
    }

    /// <summary>Takes down that a file was read.</summary>
    /// <param name="path">Relative to the repository.</param>
    public void Read(string path) => _files[path] = true;

    public void Write(TextWriter writer)
    {
        foreach (var file in _files.Keys.Order(StringComparer.Ordinal))
        {
            writer.WriteLine($"read {file}");
        }

        using var process = Process.GetCurrentProcess();
        Line("start", process.StartTime.ToUniversalTime() is var started ? (DateTime.UtcNow - started).TotalMilliseconds - Elapsed(_start) : 0, "");
        foreach (var (stage, (ticks, times, _)) in _times.OrderBy(pair => pair.Value.First))
        {
            Line(stage, Stopwatch.GetElapsedTime(0, ticks).TotalMilliseconds, times == 1 ? "" : $"   {Count.Of(times, "time")}");
        }

        Line("in all", Elapsed(_start), "");

        void Line(string stage, double milliseconds, string more) => writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage,-8}{milliseconds,9:0} ms{more}"));
    }

    private static double Elapsed(long start) => Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}
