using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Yaml;

/// <summary>Problems of a text as YAML, and of unquoted values that YAML reads as something else than what is written.</summary>
public static class YamlErrors
{
    public static Diagnostic Syntax(SourceSpan at, string problem) => Diagnostic.Error("STR101", at,
        $"This is not valid YAML: {problem}. Look at the indentation and the quotes here and on the line above.");

    public static Diagnostic TabIndentation(SourceSpan at) => Diagnostic.Error("STR102", at,
        "This line is indented with a tab, and YAML allows only spaces there. Replace the tab with spaces, as many as the lines beside it have.");

    public static Diagnostic UnclosedBracket(SourceSpan bracket, string text, SourceSpan noticed) => Diagnostic.Error("STR103", bracket,
        $"This '{text}' is never closed properly: what follows does not continue it. Add the missing '{(text == "[" ? "]" : "}")}', or a comma between two values.")
        with
    { Related = [new RelatedPlace(noticed, "noticed here")] };

    public static Diagnostic UnclosedQuote(SourceSpan quote) => Diagnostic.Error("STR104", quote,
        "The quoted text that begins here does not end properly. Close the quote; text over several lines must be indented further than its key.");

    public static Diagnostic ColonInText(SourceSpan at) => Diagnostic.Error("STR105", at,
        "This ':' makes a key of something that is a value already. If the ':' belongs to the text, put the text in quotes; if this is a key, give it a line of its own, indented like the keys above.");

    public static Diagnostic SpecialCharacter(SourceSpan at, string character) => Diagnostic.Error("STR106", at,
        $"Unquoted text cannot begin with '{character}', which YAML keeps for itself. Put the text in quotes.");

    public static Diagnostic ControlCharacter(SourceSpan at, string character) => Diagnostic.Error("STR107", at,
        $"The file has the control character {character} here, and YAML allows none. Remove it, or write it as an escape in double quotes.");

    public static Diagnostic TooLarge(SourceSpan file, int length, int limit) => Diagnostic.Error("STR108", file,
        $"The file has {length} characters, and at most {limit} are read. Split it, or move shared parts to a fragment.");

    public static Diagnostic TooManyNodes(SourceSpan at, int limit) => Diagnostic.Error("STR109", at,
        $"With its aliases written out the file has more than {limit} values by here, and no more are read. Remove aliases that multiply each other, or split the file.");

    public static Diagnostic TooDeep(SourceSpan at, int limit) => Diagnostic.Error("STR110", at,
        $"Maps and lists are nested more than {limit} deep here, and no deeper ones are read. Make the structure flatter.");

    public static Diagnostic SeveralDocuments(SourceSpan second) => Diagnostic.Error("STR111", second,
        "A second document begins here ('---'), and only the first would be used. Move it to a file of its own, or remove the line.");

    public static Diagnostic KeyNotText(SourceSpan key, string found) => Diagnostic.Error("STR112", key,
        $"A key must be a single value, but this one is {found}. Write plain text before the ':'; if this was meant to be text with braces or brackets, put it in quotes.");

    public static Diagnostic DuplicateKey(SourceSpan again, string key, SourceSpan first) => Diagnostic.Error("STR113", again,
        $"The key '{key}' is given twice in the same map, first at {first}. Remove one of the two, or join their values.")
        with
    { Related = [new RelatedPlace(first, "first given here")] };

    public static Diagnostic UnknownAlias(SourceSpan at, string name, IReadOnlyCollection<string> known) => Diagnostic.Error("STR114", at,
        $"'*{name}' stands for a value marked '&{name}', and none is marked so above.{Suggestion.For(name, known)} Mark the value first, or put the text in quotes if the '*' belongs to it.");

    public static Diagnostic AliasContainsItself(SourceSpan at, string name) => Diagnostic.Error("STR115", at,
        $"'*{name}' stands inside the very value that '&{name}' marks, which would never end. Remove the alias.");

    public static Diagnostic MergeNeedsMap(SourceSpan at, string found) => Diagnostic.Error("STR116", at,
        $"'<<' brings in the keys of another map, but this is {found}. Give it a map ('<<: *name') or a list of maps.");

    public static Diagnostic EmptyValue(SourceSpan at, string written) => Diagnostic.Error("STR120", at, written.Length == 0
        ? "There is no value here. Write one, or remove the key."
        : $"Without quotes '{written}' means that there is no value. Write a value, put it in quotes if the text '{written}' is meant, or remove the key.")
        with
    { Replacement = written.Length == 0 ? null : Quoted(written) };

    public static Diagnostic NumberChangesText(SourceSpan at, string written, string read) => Diagnostic.Error("STR121", at,
        $"Text is expected here, but without quotes '{written}' is a number and arrives as '{read}'. Write \"{written}\" to keep it as it is.")
        with
    { Replacement = Quoted(written) };

    public static Diagnostic DateChangesText(SourceSpan at, string written, string read) => Diagnostic.Error("STR122", at,
        $"Text is expected here, but without quotes '{written}' is a date and arrives as '{read}'. Write \"{written}\" to keep it as it is.")
        with
    { Replacement = Quoted(written) };

    public static Diagnostic BooleanChangesText(SourceSpan at, string written, string read) => Diagnostic.Error("STR123", at,
        $"Text is expected here, but without quotes '{written}' is a boolean and arrives as '{read}'. Write \"{written}\" to keep it as it is.")
        with
    { Replacement = Quoted(written) };

    public static Diagnostic LeadingZero(SourceSpan at, string written, string read) => Diagnostic.Error("STR124", at,
        $"A number that begins with 0 is read as octal where it can be: '{written}' arrives as {read}. Write {read} if that is meant, else leave out the leading zeros.")
        with
    { Replacement = read };

    public static Diagnostic NumberLosesDigits(SourceSpan at, string written, string read) => Diagnostic.Error("STR125", at,
        $"The number '{written}' has more digits than a number can hold and arrives as {read}. Write a smaller number.");

    public static Diagnostic NotFinite(SourceSpan at, string written) => Diagnostic.Error("STR126", at,
        $"'{written}' is YAML's infinity or 'not a number', which Pulumi cannot pass to a program. Write a finite number, or \"{written}\" if text is meant.");

    public static Diagnostic OldBoolean(SourceSpan at, string written, string meant) => Diagnostic.Error("STR127", at,
        $"A boolean is expected here, and '{written}' is one only in old YAML: it arrives as text. Write '{meant}'.")
        with
    { Replacement = meant };

    private static string Quoted(string text) => $"\"{text}\"";
}
