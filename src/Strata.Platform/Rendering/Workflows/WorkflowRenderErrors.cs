using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Rendering;

/// <summary>What a scheduler's own files cannot say of a workflow, however able the scheduler is.</summary>
public static class WorkflowRenderErrors
{
    /// <param name="what">As a phrase: "a schedule by day of month and of week".</param>
    /// <param name="reason">A full sentence.</param>
    /// <param name="hint">A full sentence.</param>
    public static Diagnostic CannotSay(SourceSpan? at, string workflow, string what, string engine, string reason, string hint) => Diagnostic.Error("STR464", at,
        $"'{workflow}' uses {what}, which the files of {engine} cannot say. {reason} {hint}");

    public static Diagnostic NoRunStore(SourceSpan? at, string workflow, string step, string queue) => Diagnostic.Error("STR465", at,
        $"'{step}' of '{workflow}' hands on outputs or artifacts, and jobs of '{queue}' may write to no object store where they could be kept. Add 'access: {{ store: write }}' to '{queue}', with an object store on the same cloud.");

    public static Diagnostic IdentityWithoutStore(SourceSpan? at, string workflow, string step, string identity, string store) => Diagnostic.Error("STR474", at,
        $"'{step}' of '{workflow}' hands on outputs or artifacts through '{store}', and runs as '{identity}', which may not write there. Add 'access: {{ {store}: write }}' to '{identity}'.");
}
