using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>Words of a POSIX shell.</summary>
internal static class ShellText
{
    /// <summary>A word that means exactly this text.</summary>
    public static string Quote(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or ',' or '=' or '@' or '+') ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>A word with references in it.</summary>
    /// <param name="variable">An expansion such as <c>${RUN}</c>, which is put in double quotes.</param>
    public static string Word(StepText text, Func<TextPart, string> variable) => text.Parts is [LiteralText { Text: "" }] ? "''" : text.Write(Quote, part => $"\"{variable(part)}\"");

    public static string Words(IEnumerable<StepText> words, Func<TextPart, string> variable) => string.Join(' ', words.Select(word => Word(word, variable)));
}
