using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Planning;
using Strata.Platform.Components;
using Strata.Platform.Costs;
using Strata.Platform.Policies;
using Strata.Platform.Previews;
using Strata.Platform.Rendering;
using Strata.Text;

namespace Strata.Cli.Output.Previews;

/// <summary>Turns a report into its document.</summary>
internal static class PreviewDocuments
{
    public static PreviewDocument Of(PreviewReport report) => new(
        "strata-preview",
        1,
        report.Base is { } side ? Of(side) : null,
        Of(report.Head),
        Counts(report.Stacks),
        [.. report.Stacks.Where(stack => stack.Status is not PreviewStatus.Unchanged).Select(Of)],
        [.. report.Stacks.Where(stack => stack.Status is PreviewStatus.Unchanged).Select(stack => stack.Name)],
        null);

    public static PreviewDocument Of(Diagnostic problem) => new("strata-preview", 1, null, new SideDocument(null, null, false), Counts([]), [], [], DocumentOf(problem));

    public static SideDocument Of(PreviewSide side) => new(side.Ref, side.Commit, side.HasUncommittedWork);

    public static ReasonDocument Of(AffectedReason reason) => new(Word(reason.Kind), reason.Message, Of(reason.Span));

    public static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static PreviewCountsDocument Counts(IReadOnlyList<StackPreview> stacks)
    {
        return new PreviewCountsDocument(Of(PreviewStatus.Failed), Of(PreviewStatus.Deleted), Of(PreviewStatus.Created), Of(PreviewStatus.Changed), Of(PreviewStatus.Unchanged), stacks.Count(stack => stack.IsBlocked));

        int Of(PreviewStatus status) => stacks.Count(stack => stack.Status == status);
    }

    private static StackDocument Of(StackPreview stack)
    {
        var counts = stack.Plan?.Counts ?? default;
        var risks = stack.Risks.ToLookup(risk => risk.Operation, ReferenceEqualityComparer.Instance as IEqualityComparer<Operation>);
        return new StackDocument(
            stack.Name, Word(stack.Status), stack.Team, stack.Environment, stack.Cloud, stack.IsBlocked,
            [.. stack.Reasons.Select(Of)],
            new OperationCountsDocument(counts.Create, counts.Update, counts.Replace, counts.Delete, counts.Same),
            [.. (stack.Plan?.Operations ?? []).Where(operation => operation is not Same { FormerIdentity: null }).Select(operation => Of(operation, risks[operation]))],
            [.. (stack.Plan?.Outputs ?? []).Select(Of)],
            [.. stack.Renames.Select(rename => new RenameDocument(rename.From, rename.To, rename.Similarity, rename.Advice))],
            [.. stack.Files.Select(Of)],
            stack.Cost is { } cost ? Of(cost) : null,
            [.. stack.NewFindings.Select(Of)],
            [.. stack.MendedFindings.Select(Of)],
            [.. stack.Diagnostics.Select(DocumentOf)]);
    }

    private static OperationDocument Of(Operation operation, IEnumerable<OperationRisk> risks)
    {
        var kept = operation as Kept;
        return new OperationDocument(
            Word(operation.Kind), operation.Identity, operation.Resource.TypeToken, operation.Resource.LogicalName, ComponentPath.Of(operation.Resource), kept?.FormerIdentity,
            Word(kept?.Replacement ?? Replacement.No), operation is Replace { DeletesFirst: true }, operation.IsRefused, operation is Delete { IsRetained: true },
            [.. (kept?.Changes ?? []).Select(Of)],
            [.. (kept?.OptionChanges ?? []).Select(Of)],
            [.. risks.Select(risk => new RiskDocument(Word(risk.Kind), risk.Reason, risk.IsBlocked))]);
    }

    private static ChangeDocument Of(PropertyChange change) => new(change.Path.ToString(), Of(change.Before), Of(change.After), Word(change.Cause), Word(change.Replacement));

    private static JsonElement? Of(Value? value)
    {
        if (value is null)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            ValueJson.Write(json, value);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static DiagnosticDocument DocumentOf(Diagnostic problem) => new(problem.Code, Word(problem.Severity), problem.Message, Of(problem.Span));

    private static FileDocument Of(FileChange file) =>
        new(file.Path, file.Before is null ? "created" : file.After is null ? "deleted" : "changed", RenderDiff.Hunks(file.Before, file.After));

    private static CostDocument Of(CostChange cost) => new(
        Of(cost.Before), Of(cost.After), Of(cost.Delta), cost.UnknownBefore, cost.UnknownAfter,
        [.. cost.Components.Select(component => new ComponentCostDocument(component.Component, Of(component.Before), Of(component.After)))]);

    private static CostRangeDocument Of(CostRange range) => new(range.Low, range.Expected, range.High);

    private static FindingDocument Of(PolicyFinding finding) => new(
        finding.Code, Word(finding.Severity), finding.Subject, finding.Resource, finding.Path, finding.Message, Of(finding.Span),
        finding.Waiver is { } waiver ? new WaiverDocument(waiver.Reason, waiver.Owner, waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null);

    private static PlaceDocument? Of(SourceSpan? span) => span is { StartPosition: var (line, column) } place ? new PlaceDocument(place.Source.Path, line, column) : null;
}
