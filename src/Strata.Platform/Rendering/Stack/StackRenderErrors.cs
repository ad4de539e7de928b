using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Rendering;

/// <summary>Problems of turning a stack into files.</summary>
public static class StackRenderErrors
{
    public static Diagnostic NotKnown(SourceSpan? at, string what, string unknown) => Diagnostic.Error("STR461", at,
        $"Files cannot be rendered yet: {what} needs {unknown}.");

    public static Diagnostic NoAccount(SourceSpan? at) => Diagnostic.Error("STR462", at,
        "Files cannot be rendered yet: names in them have the id of the AWS account in them, which the stack does not say. Add 'strata:account: \"123456789012\"' with the account's id.");

    /// <param name="feature">As a phrase: "a start after another workflow".</param>
    /// <param name="hint">A full sentence.</param>
    public static Diagnostic NotRendered(SourceSpan? at, string workflow, string feature, string engine, string hint) => Diagnostic.Error("STR455", at,
        $"'{workflow}' uses {feature}, which is not rendered for {engine} yet. {hint}");
}
