using Strata.Diagnostics;
using Strata.Platform.Stacks.Binding;

namespace Strata.Platform.Stacks;

/// <summary>Turns a resolved stack into its model.</summary>
public static class StackBinder
{
    /// <summary>
    /// The model of a stack. Always given, so that one run can go on to find every problem; fit for use only when
    /// <paramref name="diagnostics"/> has no errors.
    /// </summary>
    public static StackModel Bind(ResolvedStack resolved, DiagnosticBag diagnostics)
    {
        var binder = new Binder(diagnostics);
        var before = diagnostics.ErrorCount;
        var config = binder.BindStack(resolved.Config);
        var stack = new StackModel(resolved.Name, resolved.File, config, new ProviderSettings(resolved.ProviderConfig))
        {
            CanExpand = before == 0 && diagnostics.ErrorCount == binder.BrokenComponentErrors,
        };
        ReferenceChecker.Check(stack, binder, diagnostics);
        PolicySectionChecker.Check(config, diagnostics);
        AllowReplaceChecker.Check(stack, diagnostics);
        TextRules.Check(resolved.Config, diagnostics);
        if (!diagnostics.HasErrors)
        {
            UnusedParts.Check(stack, binder, diagnostics);
        }

        return stack;
    }
}
