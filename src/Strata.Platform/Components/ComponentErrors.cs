using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Components;

/// <summary>Problems of components that are not of one kind.</summary>
public static class ComponentErrors
{
    public static Diagnostic NotOnThisCloud(SourceSpan? at, string name, string kind, string cloud, string reason, string hint) =>
        Diagnostic.Error("STR304", at, $"'{name}' ({kind}) cannot be made on {cloud}. {reason} {hint}");

    public static Diagnostic CircularReference(SourceSpan? at, IEnumerable<string> path) =>
        Diagnostic.Error("STR305", at, $"Components refer to each other in a circle: {string.Join(" -> ", path)}. Remove one of the references.");

    public static Diagnostic MissingProviderSetting(SourceSpan? at, string setting, string meaning, string example) =>
        Diagnostic.Error("STR306", at, $"'{setting}' is missing: {meaning}. Add '{setting}: {example}' under 'config:' of the stack file or of a fragment.");

    public static Diagnostic UnknownStack(SourceSpan at, string name, IReadOnlyCollection<string> known) =>
        Diagnostic.Error("STR307", at, $"There is no stack '{name}' in this repository.{Suggestion.For(name, known)} Name one that exists; a stack of another repository is written organization/project/stack.");

    public static Diagnostic NotOffered(SourceSpan at, string stack, string name, IReadOnlyCollection<string> offered) =>
        Diagnostic.Error("STR308", at, $"The stack '{stack}' has no '{name}' to share.{Suggestion.For(name, offered)} Add it there, or name another with '{stack}/name'.");

    public static Diagnostic OtherCloud(SourceSpan at, string stack, string name, string there, string here) =>
        Diagnostic.Error("STR309", at, $"'{name}' of the stack '{stack}' is on {there}, and this component is on {here}. Share one of the same cloud, or move this component there.");

    public static Diagnostic OtherRegion(SourceSpan at, string stack, string there, string here) =>
        Diagnostic.Error("STR310", at, $"The stack '{stack}' is in {there}, and this stack is in {here}; networks and clusters are used from their own region only. Use the same region in both.");
}
