using System.Text.Json;
using Strata.Diagnostics;
using Strata.Platform.Previews;

namespace Strata.Cli.Drift;

/// <summary>What <c>pulumi preview --json</c> says: the engine's own view, with the provider's and the cloud's answers in it.</summary>
/// <param name="Messages">Errors and warnings of the engine and the providers, without their colours.</param>
internal sealed record EnginePreview(IReadOnlyList<EngineStep> Steps, IReadOnlyList<string> Messages)
{
    /// <summary>Reads display.PreviewDigest of pulumi's pkg/display; null after saying why not.</summary>
    /// <param name="origin">The stack that it must be of.</param>
    public static EnginePreview? Read(string text, string path, StackOrigin origin, DiagnosticBag problems)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 256 });
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !(root.TryGetProperty("steps", out _) || root.TryGetProperty("changeSummary", out _)))
            {
                problems.Add(DriftErrors.NotAPreview(path, "it has no 'steps'."));
                return null;
            }

            List<EngineStep> steps = [.. Items(root, "steps").Select(Step)];
            if (origin.Refuse(path, steps.Select(step => step.Urn), $"pulumi preview --json --stack {origin.Stack} > {path}") is { } problem)
            {
                problems.Add(problem);
                return null;
            }

            return new EnginePreview(steps, [.. Items(root, "diagnostics").Select(Message).OfType<string>()]);
        }
        catch (JsonException e)
        {
            problems.Add(DriftErrors.NotAPreview(path, $"it is not JSON, at line {(e.LineNumber ?? 0) + 1}."));
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException)
        {
            problems.Add(DriftErrors.NotAPreview(path, "a step in it has no 'op' or 'urn'."));
        }

        return null;
    }

    private static EngineStep Step(JsonElement step)
    {
        var detailed = step.TryGetProperty("detailedDiff", out var diff) && diff.ValueKind == JsonValueKind.Object
            ? diff.EnumerateObject().Select(path => (path.Name, Kind: path.Value.TryGetProperty("kind", out var kind) ? kind.GetString() ?? "" : "")).ToList() : [];
        List<string> paths = detailed.Count > 0 ? [.. detailed.Select(path => path.Name)] : [.. Items(step, "diffReasons").Select(reason => reason.ToString())];
        List<string> forced = [.. Items(step, "replaceReasons").Select(reason => reason.ToString()), .. detailed.Where(path => path.Kind.EndsWith("replace", StringComparison.Ordinal)).Select(path => path.Name)];
        return new EngineStep(step.GetProperty("op").GetString() ?? "", step.GetProperty("urn").GetString() ?? "", [.. paths.Order(StringComparer.Ordinal)], [.. forced.Distinct().Order(StringComparer.Ordinal)]);
    }

    private static string? Message(JsonElement diagnostic) =>
        diagnostic.TryGetProperty("message", out var message) && message.GetString() is { } text
        && (!diagnostic.TryGetProperty("severity", out var severity) || severity.GetString() is "error" or "warning")
            ? Redaction.Sentence(WithoutColour(text).Trim())
            : null;

    /// <summary>The engine marks colours as <c>&lt;{%fg 1%}&gt;</c>.</summary>
    private static string WithoutColour(string text)
    {
        while (text.IndexOf("<{%", StringComparison.Ordinal) is >= 0 and var start && text.IndexOf("%}>", start, StringComparison.Ordinal) is >= 0 and var end)
        {
            text = text.Remove(start, end + 3 - start);
        }

        return text;
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;
}

/// <param name="Operation"><c>create</c>, <c>update</c>, <c>replace</c>, <c>delete</c>, <c>same</c>, <c>refresh</c>, ….</param>
/// <param name="Paths">Of the properties that differ.</param>
/// <param name="ReplacedBy">Of those that force a replacement.</param>
internal sealed record EngineStep(string Operation, string Urn, IReadOnlyList<string> Paths, IReadOnlyList<string> ReplacedBy)
{
    /// <summary>Something would happen. The steps of which a replacement consists are counted once.</summary>
    public bool IsChange => Operation is not ("same" or "read" or "refresh" or "create-replacement" or "delete-replaced" or "read-replacement" or "discard-replaced" or "remove-pending-replace");
}
