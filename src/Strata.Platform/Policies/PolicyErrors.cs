using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Policies;

/// <summary>Problems of waivers. What policies find is a <see cref="PolicyFinding"/>.</summary>
public static class PolicyErrors
{
    public static Diagnostic ExpiredWaiver(SourceSpan? at, string name, string code, string owner, string expires) =>
        Diagnostic.Error("STR795", at, $"The waiver '{name}' of {code} expired on {expires}. Mend what it waives, or let {owner} decide again and set a new date.");

    public static Diagnostic UnusedWaiver(SourceSpan? at, string name, string code) =>
        Diagnostic.Warning("STR796", at, $"The waiver '{name}' covers nothing: the stack does not break {code} there. Remove it.");
}
