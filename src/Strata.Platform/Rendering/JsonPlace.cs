using System.Text.Json;
using Strata.Text;

namespace Strata.Platform.Rendering;

/// <summary>Where and what the problem of a JSON text is, without .NET's own account of the place.</summary>
internal static class JsonPlace
{
    public static SourceSpan Of(SourceText source, JsonException problem)
    {
        // Bytes and characters are the same up to the place for nearly all texts; the line is always right.
        var start = source.OffsetOf((int)(problem.LineNumber ?? 0) + 1) + (int)(problem.BytePositionInLine ?? 0);
        start = Math.Min(start, source.Content.Length);
        return new SourceSpan(source, start, Math.Min(start + 1, source.Content.Length));
    }

    public static string Sentence(JsonException problem)
    {
        var end = problem.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? problem.Message : problem.Message[..end]).TrimEnd('.');
    }
}
