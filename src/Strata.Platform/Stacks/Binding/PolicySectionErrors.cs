using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Stacks.Binding;

/// <summary>Problems of the sections <c>policies</c> and <c>waivers</c>.</summary>
public static class PolicySectionErrors
{
    public static Diagnostic ValueMissing(SourceSpan? at, string word) =>
        Diagnostic.Error("STR270", at, $"The operator '{word}' compares with a value, and there is none. Add 'value:', or use 'exists' or 'absent'.");

    public static Diagnostic ValueNotTaken(SourceSpan? at, string word) =>
        Diagnostic.Error("STR271", at, $"The operator '{word}' takes no value. Remove 'value:'.");

    public static Diagnostic NotANumber(SourceSpan? at, string word, string found) =>
        Diagnostic.Error("STR272", at, $"The operator '{word}' compares numbers, and '{found}' is none. Write a number in quotes, such as \"8\".");

    public static Diagnostic NoConditions(SourceSpan? at, string name) =>
        Diagnostic.Error("STR273", at, $"The policy '{name}' has no conditions, so every resource of its type would break it. Add one under 'when'.");

    public static Diagnostic UnknownPolicy(SourceSpan? at, string code, IReadOnlyCollection<string> known) =>
        Diagnostic.Error("STR274", at, $"There is no policy '{code}'.{Suggestion.For(code, known)} Name a code of docs/policies.md or one of the stack's own policies.");
}
