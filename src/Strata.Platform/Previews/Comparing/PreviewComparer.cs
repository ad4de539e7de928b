using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Planning;
using Strata.Platform.Rendering;
using Strata.Platform.Stacks;
using Strata.Platform.Stacks.Binding;

namespace Strata.Platform.Previews;

/// <summary>Makes a stack's preview of its two states. Pure.</summary>
internal static class PreviewComparer
{
    /// <param name="before">Null when the base has no such stack.</param>
    /// <param name="after">Null when the head has no such stack.</param>
    /// <param name="reasons">What is known already of why the stack is looked at.</param>
    /// <param name="changes">The files that differ; null when there is no base.</param>
    public static StackPreview Compare(string name, StackSide? before, StackSide? after, IReadOnlyList<AffectedReason> reasons, RepositoryChanges? changes, PreviewAssessment? assessment)
    {
        var preview = Describe(new StackPreview(name, StatusOf(before, after)) { Reasons = reasons, Diagnostics = after?.Diagnostics ?? [] }, (after ?? before)?.Model);
        if (preview.Status is PreviewStatus.Failed)
        {
            return after!.Unsure is { } unsure ? WithReason(preview, AffectedKind.Unsure, unsure) : preview;
        }

        var known = preview.Status is not PreviewStatus.Deleted || before!.Graph is not null;
        if (before is { Graph: null })
        {
            preview = WithReason(preview, AffectedKind.Unsure, before.Unsure ?? "The base's own version of the stack has problems, so that what is applied cannot be said: everything is shown as new.");
            known &= before.Unsure is null;
        }

        var (old, now) = GraphPair.Of(before, after);
        var plan = known ? Planner.Plan(old, now ?? new ResourceGraph(name, [], [])) : new Plan(name, [], []);
        var renames = preview.Status is PreviewStatus.Changed ? RenameFinder.Find(plan) : [];
        preview = preview with
        {
            Plan = plan,
            Renames = renames,
            Files = before is { Graph: null } ? [] : Compare(before is null ? [] : before.Files, after is null ? [] : after.Files),
            Risks = RiskAssessor.Assess(plan, new RiskSettings(AllowedReplacements.Of(after?.Model ?? before?.Model), preview.Status is PreviewStatus.Created, renames) { IsGone = preview.Status is PreviewStatus.Deleted }),
        };
        preview = Explain(CheckAllowed(preview, after?.Model, before), after ?? before!, changes);
        var unchanged = preview.Status is PreviewStatus.Changed && known && !IsAnything(plan) && preview.Files.Count == 0 && !preview.Reasons.Any(reason => reason.Kind is AffectedKind.Unsure);
        var assessed = unchanged && preview.Reasons.Count == 0 ? preview : StackPreviewEnricher.Enrich(preview, before, after, assessment);
        return Redaction.Of(unchanged && assessed.NewFindings.Count + assessed.MendedFindings.Count == 0
            ? assessed with { Status = PreviewStatus.Unchanged, Plan = null, Risks = [], Cost = null }
            : assessed);
    }

    /// <summary>The same for the files that both sides have; none when one of them could not be rendered.</summary>
    private static IReadOnlyList<FileChange> Compare(IReadOnlyList<RenderedFile>? before, IReadOnlyList<RenderedFile>? after)
    {
        if (before is null || after is null)
        {
            return [];
        }

        var old = before.ToDictionary(file => file.Path, Text, StringComparer.Ordinal);
        var now = after.ToDictionary(file => file.Path, Text, StringComparer.Ordinal);
        return
        [
            .. old.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
                .Select(path => new FileChange(path, old.GetValueOrDefault(path), now.GetValueOrDefault(path)))
                .Where(change => change.Before != change.After),
        ];
    }

    /// <summary>Files are written with a line break at their end.</summary>
    private static string Text(RenderedFile file) => file.Content.EndsWith('\n') ? file.Content : $"{file.Content}\n";

    private static PreviewStatus StatusOf(StackSide? before, StackSide? after) => (before, after) switch
    {
        (_, { Graph: null }) => PreviewStatus.Failed,
        (_, null) => PreviewStatus.Deleted,
        (null, _) => PreviewStatus.Created,
        _ => PreviewStatus.Changed,
    };

    private static StackPreview Describe(StackPreview preview, StackModel? model) => model is null ? preview : preview with
    {
        Team = model.Config.Team,
        Environment = PropertyNames.OfChoice(model.Config.Environment.ToString()),
        Cloud = model.Config.Cloud.Word(),
    };

    /// <summary>Templates and code affect a stack only as far as they change what is made of it: that is known now.</summary>
    private static StackPreview Explain(StackPreview preview, StackSide side, RepositoryChanges? changes)
    {
        if (changes is null || preview.Status is not PreviewStatus.Changed)
        {
            return preview;
        }

        if (changes.Templates.Count > 0 && preview.Files.Count > 0)
        {
            var used = changes.Templates.Where(template => side.Files?.Any(file => preview.Files.Any(change => change.Path == file.Path) && template.EndsWith($"/{file.Template}", StringComparison.Ordinal)) is true).ToList();
            var which = used.Count > 0 ? used : changes.Templates;
            preview = WithReason(preview, AffectedKind.Template, $"{which[0]}{(which.Count > 1 ? $" and {Strata.Text.Count.Of(which.Count - 1, "other template")}" : "")} changed, and with it {Strata.Text.Count.Of(preview.Files.Count, "rendered file")}.");
        }

        return changes.Code.Count > 0 && (preview.Files.Count > 0 || IsAnything(preview.Plan!))
            ? WithReason(preview, AffectedKind.Code, $"The program changed ({changes.Code[0]}{(changes.Code.Count > 1 ? $" and {Strata.Text.Count.Of(changes.Code.Count - 1, "other file")}" : "")}), and with it what it makes of the stack.")
            : preview;
    }

    private static bool IsAnything(Plan plan) => plan.Operations.Any(operation => operation is not Same { FormerIdentity: null }) || plan.Outputs.Count > 0;

    /// <summary>A component's entry was checked when the stack was bound; a resource's names one only in the two graphs.</summary>
    private static StackPreview CheckAllowed(StackPreview preview, StackModel? model, StackSide? before)
    {
        if (before is null || model is not { Config: { AllowReplace.Count: > 0, Mapping: var mapping } })
        {
            return preview;
        }

        var known = preview.Plan!.Operations.Select(operation => ResourceKey.Of(operation is Kept kept ? kept.Before : operation.Resource)).ToHashSet(StringComparer.Ordinal);
        var unknown = (mapping?["allowReplace"] as Yaml.YamlSequence)?.Items.OfType<Yaml.YamlScalar>().Where(item => item.Text.Contains("::", StringComparison.Ordinal) && !known.Contains(item.Text)) ?? [];
        return preview with { Diagnostics = [.. preview.Diagnostics, .. unknown.Select(item => BindingErrors.AllowedResourceNotThere(item.Span, item.Text, known))] };
    }

    private static StackPreview WithReason(StackPreview preview, AffectedKind kind, string message) => preview with { Reasons = [.. preview.Reasons, new AffectedReason(kind, message, null)] };
}
