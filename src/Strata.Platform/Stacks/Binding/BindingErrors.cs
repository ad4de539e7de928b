using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Stacks.Binding;

/// <summary>Problems of what a stack file says, found while it becomes records.</summary>
public static class BindingErrors
{
    public static Diagnostic UnknownProperty(SourceSpan at, string name, IReadOnlyCollection<string> known) =>
        Diagnostic.Error("STR240", at, $"Unknown property '{name}'.{Suggestion.For(name, known)}") with { Replacement = SpellChecker.Nearest(name, known) };

    public static Diagnostic MissingProperty(SourceSpan? at, string name, string noun, string description) =>
        Diagnostic.Error("STR241", at, $"'{name}' is missing. It must be {noun}: {description} Add it here or in a fragment that the stack extends.");

    public static Diagnostic WrongKind(SourceSpan at, string name, string found, string noun) =>
        Diagnostic.Error("STR242", at, $"'{name}' is {found}, but it must be {noun}.");

    public static Diagnostic NotAChoice(SourceSpan at, string name, string found, IReadOnlyCollection<string> choices) =>
        Diagnostic.Error("STR243", at, $"'{found}' is not a value of '{name}'.{Suggestion.For(found, choices)}") with { Replacement = SpellChecker.Nearest(found, choices) };

    public static Diagnostic OutOfRange(SourceSpan at, string name, string found, string noun) =>
        Diagnostic.Error("STR244", at, $"'{name}' is {found}, but it must be {noun}.");

    public static Diagnostic WrongForm(SourceSpan at, string name, string found, string noun) =>
        Diagnostic.Error("STR245", at, $"'{found}' cannot be used for '{name}': it must be {noun}.");

    public static Diagnostic WrongUnit(SourceSpan at, string name, string found, string problem, string noun) =>
        Diagnostic.Error("STR246", at, $"'{found}' cannot be used for '{name}': {problem}{(problem.EndsWith('?') ? "" : ".")} It must be {noun}.");

    public static Diagnostic UnknownKind(SourceSpan at, string discriminator, string found, IReadOnlyCollection<string> kinds) =>
        Diagnostic.Error("STR247", at, $"There is no {discriminator} '{found}' here.{Suggestion.For(found, kinds)}") with { Replacement = SpellChecker.Nearest(found, kinds) };

    public static Diagnostic MissingKind(SourceSpan at, string name, string discriminator, IReadOnlyCollection<string> kinds) =>
        Diagnostic.Error("STR248", at, $"'{name}' does not say what it is. Add '{discriminator}:' with one of {string.Join(", ", kinds)}.");

    public static Diagnostic NullValue(SourceSpan at, string name) =>
        Diagnostic.Error("STR249", at, $"'{name}' has no value. Give it one, remove the line, or write {{ $unset: true }} to drop what a fragment sets.");

    public static Diagnostic UnknownReference(SourceSpan at, string name, string wanted, IReadOnlyCollection<string> known) =>
        Diagnostic.Error("STR250", at, known.Count == 0
            ? $"'{name}' names no component: the stack has no {wanted}. Add one, or remove the reference."
            : $"'{name}' names no {wanted} of the stack.{Suggestion.For(name, known)} Name one that exists, or add it.") with { Replacement = SpellChecker.Nearest(name, known) };

    public static Diagnostic WrongReference(SourceSpan at, string name, string found, string wanted) =>
        Diagnostic.Error("STR251", at, $"'{name}' is of another kind ({found}) than is needed here ({wanted}). Name another component.");

    public static Diagnostic UnknownSecret(SourceSpan at, string name, IReadOnlyCollection<string> known) =>
        Diagnostic.Error("STR252", at, $"There is no secret '{name}' in 'strata:secrets'.{Suggestion.For(name, known)} Set it with: pulumi config set --secret --path 'strata:secrets.{name}'.");

    public static Diagnostic DuplicateItem(SourceSpan at, string name, string item) =>
        Diagnostic.Error("STR253", at, $"'{item}' stands twice in '{name}'. Remove one of the two.");

    public static Diagnostic NeedsOneOf(SourceSpan? at, string name, string wanted, string property, IReadOnlyCollection<string> known) =>
        Diagnostic.Error("STR254", at, known.Count == 0
            ? $"'{name}' needs a {wanted}, and the stack has none. Add one, for example under its section with a name of your choice."
            : $"'{name}' needs a {wanted}, and the stack has several: {string.Join(", ", known)}. Say which with '{property}:'.");

    public static Diagnostic UnknownSection(SourceSpan at, string entry, string section, IReadOnlyCollection<string> known) =>
        Diagnostic.Error("STR260", at, $"'{entry}' in 'allowReplace' names the section '{section}', which there is none of.{Suggestion.For(section, known)} Name a component as section and name, such as storage.lake.");

    public static Diagnostic AllowedNotThere(SourceSpan at, string entry, IReadOnlyCollection<string> known) =>
        Diagnostic.Warning("STR261", at, $"'allowReplace' names '{entry}', which the stack does not have.{Nearest(entry, known)} That is right for a component that this change removes; once it is applied, take the entry out.");

    public static Diagnostic AllowedForm(SourceSpan at, string entry) =>
        Diagnostic.Error("STR262", at, $"'{entry}' in 'allowReplace' is neither a component nor a resource. Write a component as section and name, such as storage.lake, or a resource as type and name, such as aws:s3/bucket:Bucket::lake.");

    public static Diagnostic AllowedResourceNotThere(SourceSpan at, string entry, IReadOnlyCollection<string> known) =>
        Diagnostic.Warning("STR263", at, $"'allowReplace' names the resource '{entry}', which the stack has neither before nor after the change.{Nearest(entry, known)} Name one of its resources, or take the entry out.");

    private static string Nearest(string entry, IReadOnlyCollection<string> known) => SpellChecker.Nearest(entry, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";
}
