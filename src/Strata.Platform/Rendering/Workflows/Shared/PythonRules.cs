using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>What holds for every workflow that becomes Python code.</summary>
internal static class PythonRules
{
    // keyword.kwlist of Python 3.13, those in small letters.
    public static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if",
        "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    };

    /// <summary>Parameters become arguments of a function.</summary>
    public static void CheckParameters(PlacedWorkflow placed, RenderContext context)
    {
        foreach (var (name, parameter) in placed.Workflow.Config.Parameters.Where(one => Keywords.Contains(one.Key)))
        {
            context.Diagnostics.Add(PythonRenderErrors.Keyword(parameter.KeySpan, placed.Workflow.Name, name, placed.Scheduler.Word));
        }
    }

    /// <summary>Mail goes through a server that neither the stack nor its files know; a webhook needs none.</summary>
    public static void RefuseMail(PlacedWorkflow placed, RenderContext context)
    {
        if (placed.Workflow.Config.Notify is { } notify && notify.OnFailure.Count + notify.OnSuccess.Count > 0)
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                placed.Workflow.Config.SpanOf(nameof(WorkflowConfig.Notify)), placed.Workflow.Name, "mail", placed.Scheduler.Word,
                "It has no server to send it through.", "Say 'webhook: { secret: name }' with an address that takes a line of text, or run it on airflow."));
        }
    }
}
