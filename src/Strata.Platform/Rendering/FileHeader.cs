using System.Text.RegularExpressions;
using Strata.Text;

namespace Strata.Platform.Rendering;

/// <summary>The line that says which template a file is from, with the hash of all other lines: a hand that changes them shows.</summary>
internal static partial class FileHeader
{
    private const int HashLength = 16;

    /// <summary>Lines that mean something only at a file's start.</summary>
    private static readonly string[] FirstLines = ["#!", "#cloud-config", "# syntax=", "# escape=", "# check=", "# -*- coding", "<?xml"];

    /// <summary>The whole text of a file: with a header where its kind has remarks, and a line break at its end.</summary>
    public static string Apply(RenderedFile file)
    {
        var content = file.Content.Length == 0 || file.Content.EndsWith('\n') ? file.Content : $"{file.Content}\n";
        if (CommentStyle.Of(file.Path) is not { } style)
        {
            return content;
        }

        var at = 0;
        while (FirstLines.Any(line => string.CompareOrdinal(content, at, line, 0, line.Length) == 0))
        {
            at = content.IndexOf('\n', at) + 1;
        }

        var header = $"{style.Open}Rendered by Strata from {file.Template}: change that, not this file. Content {HashOf(content)}.{style.Close}\n";
        return string.Concat(content.AsSpan(0, at), header, content.AsSpan(at));
    }

    /// <summary>The file has a header, and its other lines are the ones Strata wrote.</summary>
    public static bool IsUntouched(string text)
    {
        var match = Line().Match(text);
        return match.Success && match.Groups["hash"].Value == HashOf(text.Remove(match.Index, match.Length));
    }

    /// <summary>The file that <see cref="Apply"/> made a text of; one without a header has no template.</summary>
    public static RenderedFile Read(string path, string text)
    {
        var match = Line().Match(text);
        return match.Success
            ? new RenderedFile(path, text.Remove(match.Index, match.Length), match.Groups["template"].Value)
            : new RenderedFile(path, text, "");
    }

    /// <summary>Of a text, for the header and the manifest.</summary>
    public static string HashOf(string text) => StableHash.Of(text, HashLength);

    [GeneratedRegex(@"^(?:# |// |-- |<!-- )Rendered by Strata from (?<template>[^\n]+): change that, not this file\. Content (?<hash>[a-z2-7]{16})\.(?: -->)?\n", RegexOptions.Multiline)]
    private static partial Regex Line();
}
