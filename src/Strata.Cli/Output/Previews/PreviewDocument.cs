using System.ComponentModel;
using System.Text.Json;

namespace Strata.Cli.Output.Previews;

/// <summary>A preview as JSON. The published schema is made from these records; <see cref="Version"/> grows with a change that breaks readers.</summary>
[Description("What a change of the repository would do to every stack.")]
internal sealed record PreviewDocument(
    [property: Description("Always strata-preview.")] string Schema,
    [property: Description("Of this form; grows with a change that breaks readers.")] int Version,
    [property: Description("What is compared with; null when everything is new.")] SideDocument? Base,
    SideDocument Head,
    PreviewCountsDocument Counts,
    [property: Description("Stacks that fail or change: failed ones first, then those that lose data, then the rest by name.")] IReadOnlyList<StackDocument> Stacks,
    [property: Description("The names of the stacks that stay as they are.")] IReadOnlyList<string> Unchanged,
    [property: Description("Why there is no preview, which then says nothing of any stack; null when there is one.")] DiagnosticDocument? Problem);

internal sealed record SideDocument(
    [property: Description("As it was named; null for the working tree.")] string? Ref,
    [property: Description("The full hash; null without git.")] string? Commit,
    [property: Description("The files are not all as in the commit.")] bool HasUncommittedWork);

internal sealed record PreviewCountsDocument(int Failed, int Deleted, int Created, int Changed, int Unchanged, [property: Description("Stacks that would lose data without an allowReplace entry.")] int Blocked);

internal sealed record StackDocument(
    string Name,
    [property: Description("failed, deleted, created or changed.")] string Status,
    string? Team,
    string? Environment,
    string? Cloud,
    [property: Description("Data would be lost that no allowReplace entry of the stack names.")] bool Blocked,
    [property: Description("Why the stack is looked at.")] IReadOnlyList<ReasonDocument> Reasons,
    OperationCountsDocument Counts,
    [property: Description("Resources and components that are not left as they are, in the order of registration, then deletes.")] IReadOnlyList<OperationDocument> Operations,
    [property: Description("Differences of the stack's outputs.")] IReadOnlyList<ChangeDocument> Outputs,
    [property: Description("Components that are probably only renamed.")] IReadOnlyList<RenameDocument> Renames,
    IReadOnlyList<FileDocument> Files,
    CostDocument? Cost,
    [property: Description("Findings that the base does not have, and those whose waiver it does not have.")] IReadOnlyList<FindingDocument> NewFindings,
    [property: Description("Findings that the head does not have any more.")] IReadOnlyList<FindingDocument> MendedFindings,
    IReadOnlyList<DiagnosticDocument> Diagnostics);

internal sealed record PlaceDocument(string File, [property: Description("From 1.")] int Line, [property: Description("From 1.")] int Column);

internal sealed record ReasonDocument(
    [property: Description("stack, value, template, code, dependency or unsure.")] string Kind, string Message, [property: Description("Where the new value is set.")] PlaceDocument? Place);

internal sealed record OperationCountsDocument(int Create, int Update, int Replace, int Delete, int Same);

internal sealed record OperationDocument(
    [property: Description("create, update, replace, delete or same (with another name).")] string Kind,
    [property: Description("What the engine knows the resource by: the end of its URN.")] string Identity,
    string Type,
    string Name,
    [property: Description("The entry of the stack file it comes from, as in storage.lake; null for a resource of the stack itself.")] string? Component,
    [property: Description("The identity it had before it was renamed.")] string? FormerIdentity,
    [property: Description("no, unknown, conditional or certain.")] string Replacement,
    [property: Description("The old one goes before the new one comes.")] bool DeletesFirst,
    [property: Description("It is protected: the engine will refuse.")] bool Refused,
    [property: Description("The engine only forgets it; the thing itself stays.")] bool Retained,
    IReadOnlyList<ChangeDocument> Changes,
    [property: Description("Differences of protect, retainOnDelete, provider, ….")] IReadOnlyList<ChangeDocument> OptionChanges,
    IReadOnlyList<RiskDocument> Risks);

internal sealed record ChangeDocument(
    [property: Description("As Pulumi writes paths, in the new state; the last place of an element of a list that is gone is the one it had.")] string Path,
    [property: Description("The value as in the graph's JSON; null when it was not set. Secrets are never shown.")] JsonElement? Before,
    [property: Description("The same afterwards.")] JsonElement? After,
    [property: Description("edited or targetReplaced.")] string Cause,
    [property: Description("Whether this replaces the resource: no, unknown, conditional or certain.")] string Replacement);

internal sealed record RiskDocument([property: Description("dataLoss, downtime, accessWidened, cost or none.")] string Kind, string Reason, bool Blocked);

internal sealed record RenameDocument(string From, string To, [property: Description("From 0 to 1.")] double Similarity, string Advice);

internal sealed record FileDocument(
    [property: Description("Below the stack's output folder.")] string Path,
    [property: Description("created, changed or deleted.")] string Status,
    [property: Description("The hunks of a unified diff.")] string Diff);

internal sealed record CostDocument(
    [property: Description("US dollars a month.")] CostRangeDocument Before, CostRangeDocument After, CostRangeDocument Delta,
    [property: Description("Parts without a known price.")] int UnknownBefore, int UnknownAfter, IReadOnlyList<ComponentCostDocument> Components);

internal sealed record CostRangeDocument(decimal Low, decimal Expected, decimal High);

internal sealed record ComponentCostDocument(string Component, CostRangeDocument Before, CostRangeDocument After);

internal sealed record FindingDocument(
    string Code, [property: Description("info, warning or error.")] string Severity, string Subject, string? Resource, string? Path, string Message, PlaceDocument? Place, WaiverDocument? Waiver);

internal sealed record WaiverDocument(string Reason, string Owner, [property: Description("The last day it holds, as 2026-12-31.")] string Expires);

internal sealed record DiagnosticDocument(string Code, [property: Description("info, warning or error.")] string Severity, string Message, PlaceDocument? Place);
