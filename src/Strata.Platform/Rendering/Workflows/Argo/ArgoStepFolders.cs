using Strata.Graph;
using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>
/// The folders of a step for what it gives out, hands on and finds. They are volumes: Argo makes no folder before the command starts, and puts
/// what comes in into a volume that is there, whose folder anybody may write to (workflow/executor/executor.go, loadArtifacts).
/// </summary>
internal sealed class ArgoStepFolders(WorkflowStep step, Workflow workflow, ArgoHandle scheduler)
{
    public const string Outputs = "/tmp/strata/outputs";
    public const string Artifacts = "/tmp/strata/artifacts";

    private readonly IReadOnlyList<StepArtifact> _found = StepArtifacts.Of(step, workflow);

    public Value Volumes => Value.List(Folders.Select(folder => (Value)new ValueMap { ["name"] = folder.Name, ["emptyDir"] = new ValueMap() }));

    public Value Mounts => Value.List(Folders.Select(folder => (Value)new ValueMap { ["name"] = folder.Name, ["mountPath"] = folder.Path }));

    /// <summary>What the task hands over: the artifacts of tasks that ran once. A step that was left out has none.</summary>
    public IReadOnlyList<Value> Arguments => [.. _found.Where(artifact => !artifact.IsOfMany).Select(artifact => (Value)new ValueMap
    {
        ["name"] = NameOf(artifact),
        ["from"] = $"{{{{tasks.{artifact.Step}.outputs.artifacts.{artifact.Name}}}}}",
        ["optional"] = true,
    })];

    /// <summary>Readable and writable, whatever the image runs as.</summary>
    public IReadOnlyList<Value> Inputs => [.. _found.Select(artifact => (Value)new ValueMap
    {
        ["name"] = NameOf(artifact),
        ["path"] = $"{Artifacts}/{artifact.Path}",
        ["optional"] = true,
        ["mode"] = 0b111_111_111,
        ["recurseMode"] = true,
        [scheduler.Store] = artifact.IsOfMany ? (Value)Key(artifact.Step, artifact.Name) : null,
        ["archive"] = artifact.IsOfMany ? (Value)NoArchive : null,
    })];

    public ValueMap? Given => step.Config.Outputs.Count + step.Config.Artifacts.Count == 0 ? null : new()
    {
        ["parameters"] = step.Config.Outputs.Count == 0 ? null : Value.List(step.Config.Outputs.Select(output => (Value)new ValueMap { ["name"] = output, ["valueFrom"] = new ValueMap { ["path"] = $"{Outputs}/{output}" } })),
        ["artifacts"] = step.Config.Artifacts.Count == 0 ? null : Value.List(step.Config.Artifacts.Select(artifact => (Value)new ValueMap
        {
            ["name"] = artifact,
            ["path"] = $"{Artifacts}/{artifact}",
            [scheduler.Store] = step.ForEach is null ? null : (Value)Key(step.Name, artifact),
            ["archive"] = step.ForEach is null ? null : (Value)NoArchive,
        })),
    };

    /// <summary>A folder that Argo makes for what comes in is closed to all but its own user: one more volume keeps it open.</summary>
    private IEnumerable<(string Name, string Path)> Folders =>
    [
        ("outputs", Outputs),
        ("artifacts", Artifacts),
        .. _found.Select(artifact => artifact.Below).Where(folder => folder.Length > 0).Distinct().Select(folder => ($"artifacts-{folder}", $"{Artifacts}/{folder}")),
    ];

    private static ValueMap NoArchive => new() { ["none"] = new ValueMap() };

    /// <summary>
    /// Where all runs of a step put their files, in the scheduler's own repository (Argo Workflows documentation, "Key-Only Artifacts"). The last
    /// word keeps <c>model</c> from finding <c>model-b</c>, since Google Cloud Storage is asked for what starts with the key.
    /// </summary>
    private static ValueMap Key(string step, string artifact) => new() { ["key"] = $"argo/{{{{workflow.namespace}}}}/{{{{workflow.name}}}}/{step}/{artifact}/all" };

    private static string NameOf(StepArtifact artifact) => $"{artifact.Step}_{artifact.Name}";
}
