using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Pulumi;

/// <summary>Problems on the way to the engine and back. None of the messages holds a value of an input.</summary>
public static class EngineErrors
{
    public static Diagnostic NotStartedByPulumi(string missing) => Diagnostic.Error("STR501", null,
        $"The program was started without the Pulumi engine: the environment variable '{missing}' is not set. Run 'pulumi preview' or 'pulumi up' in the folder of Pulumi.yaml, which start it.");

    public static Diagnostic UnreadableVariable(string name, string expected) => Diagnostic.Error("STR502", null,
        $"The environment variable '{name}' is not {expected}, as the pulumi command sets it. Update the Pulumi CLI.");

    public static Diagnostic EngineGone(string call, string reason) => Diagnostic.Error("STR503", null,
        $"The connection to the Pulumi engine failed during '{call}': {reason} Whether the engine carried it out is not known. See whether the pulumi command still runs; then run 'pulumi refresh' and try again.");

    public static Diagnostic RegistrationRefused(SourceSpan? at, string resource, string reason) => Diagnostic.Error("STR504", at,
        $"The Pulumi engine did not register '{resource}': {reason}");

    public static Diagnostic InvokeFailed(SourceSpan? at, string token, string reason) => Diagnostic.Error("STR505", at,
        $"The provider function '{token}' failed: {reason}");

    public static Diagnostic CallRefused(string call, string reason) => Diagnostic.Error("STR506", null,
        $"The Pulumi engine refused '{call}': {reason}");

    public static Diagnostic StackOutputMissing(SourceSpan? at, string owner, string stack, string output, IReadOnlyCollection<string> known) => Diagnostic.Error("STR507", at,
        $"'{owner}' needs the output '{output}' of the stack '{stack}', which has none of that name.{Suggestion.For(output, known)} Run 'pulumi up' for '{stack}' first.");

    public static Diagnostic StackOutputNotYet(SourceSpan? at, string owner, string stack, string output) => Diagnostic.Warning("STR508", at,
        $"'{owner}' needs the output '{output}' of the stack '{stack}', which has none of that name yet; the preview takes it as not known. Run 'pulumi up' for '{stack}' before this stack's.");

    public static Diagnostic SecretMissing(SourceSpan? at, string owner, string name, IReadOnlyCollection<string> known) => Diagnostic.Error("STR509", at,
        $"'{owner}' needs the secret '{name}', which the stack's configuration does not have.{Suggestion.For(name, known)} Add it under 'strata:secrets'.");

    public static Diagnostic ReservedText(SourceSpan? at, string owner, string path) => Diagnostic.Error("STR510", at,
        $"'{owner}' has at '{path}' a text that cannot be sent: it is one of the marks of Pulumi's protocol, which would be read as something else, or it is not valid Unicode. Change the text.");

    public static Diagnostic NotFinite(SourceSpan? at, string owner, string path) => Diagnostic.Error("STR511", at,
        $"'{owner}' has at '{path}' a number that is infinite or not a number, which state files cannot hold. Give a finite number.");

    public static Diagnostic TooDeep(SourceSpan? at, string owner, string path, int levels) => Diagnostic.Error("STR512", at,
        $"'{owner}' has at '{path}' lists and objects nested more than {levels} levels deep. Make the value flatter.");

    public static Diagnostic Circle(SourceSpan? at, IEnumerable<string> path) => Diagnostic.Error("STR513", at,
        $"These wait for each other in a circle, a component counting as all that is in it: {string.Join(" -> ", path)}. Remove one of the references.");

    public static Diagnostic TooOld(string feature) => Diagnostic.Error("STR514", null,
        $"The Pulumi CLI does not support {feature}, which the stack needs. Update it to version 3.43 or newer.");

    public static Diagnostic FormerParentUnknown(SourceSpan? at, string resource, string parent) => Diagnostic.Error("STR515", at,
        $"'{resource}' is said to have belonged to '{parent}' before, but no component of the stack has that name, so its former type is not known. This is a mistake in the component that made it: give the alias another parent.");

    public static Diagnostic Interrupted(int registered, int total) => Diagnostic.Warning("STR516", null,
        $"Interrupted after {registered} of {total} steps. What was under way may still be carried out. Run the command again to go on.");

    /// <param name="bug">What was thrown.</param>
    /// <param name="message">What it says; it may not be a sentence.</param>
    /// <param name="trace">Where it was thrown, in one line.</param>
    public static Diagnostic BugOfOurs(string bug, string message, string trace) => Diagnostic.Error("STR517", null,
        $"A bug in Strata ended the program ({bug}: {message}). Nothing more is registered; what was, stays. Report it with where it was: {trace}.");
}
