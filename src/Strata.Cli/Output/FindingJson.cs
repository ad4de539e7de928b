using System.Globalization;
using System.Text.Json;
using Strata.Diagnostics;
using Strata.Platform.Policies;

namespace Strata.Cli.Output;

/// <summary>
/// Findings for programs: <c>{"errors", "warnings", "waived", "findings": [{stack, code, severity, subject, component, resource, path,
/// message, file, line, column, waiver: {reason, owner, expires}}]}</c>. Only what is not waived counts as an error or a warning.
/// </summary>
internal static class FindingJson
{
    public static void Write(TextWriter writer, IReadOnlyList<StackFindings> stacks) => JsonOutput.Write(writer, json =>
    {
        List<PolicyFinding> open = [.. stacks.SelectMany(stack => stack.Findings).Where(finding => finding.Waiver is null)];
        json.WriteStartObject();
        json.WriteNumber("errors", open.Count(finding => finding.Severity == Severity.Error));
        json.WriteNumber("warnings", open.Count(finding => finding.Severity == Severity.Warning));
        json.WriteNumber("waived", stacks.Sum(stack => stack.Findings.Count) - open.Count);
        json.WriteStartArray("findings");
        foreach (var (stack, findings) in stacks)
        {
            foreach (var finding in findings)
            {
                Write(json, stack, finding);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, string stack, PolicyFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("stack", stack);
        json.WriteString("code", finding.Code);
        json.WriteString("severity", SeverityName.Of(finding.Severity));
        json.WriteString("subject", finding.Subject);
        json.WriteString("component", finding.Component);
        if (finding.Resource is { } resource)
        {
            json.WriteString("resource", resource);
        }

        if (finding.Path is { } path)
        {
            json.WriteString("path", path);
        }

        json.WriteString("message", finding.Message);
        if (finding.Span is { StartPosition: var (line, column) } span)
        {
            json.WriteString("file", span.Source.Path);
            json.WriteNumber("line", line);
            json.WriteNumber("column", column);
        }

        if (finding.Waiver is { } waiver)
        {
            json.WriteStartObject("waiver");
            json.WriteString("reason", waiver.Reason);
            json.WriteString("owner", waiver.Owner);
            json.WriteString("expires", waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
