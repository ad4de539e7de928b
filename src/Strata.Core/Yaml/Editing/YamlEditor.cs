using Strata.Text;

namespace Strata.Yaml;

/// <summary>
/// Changes single values of a YAML text and leaves every other character as it is: comments, order, quotes, line breaks.
/// </summary>
public static class YamlEditor
{
    /// <summary>Sets the value at a path of keys; maps on the way that are not there are made, in braces.</summary>
    /// <param name="root">The text's tree.</param>
    /// <param name="value">One line of YAML.</param>
    public static YamlEdit Set(SourceText text, YamlMapping root, IReadOnlyList<string> path, string value)
    {
        var map = root;
        for (var i = 0; i < path.Count; i++)
        {
            if (map.Find(path[i]) is not { } entry)
            {
                return Insert(text, map, path[i], Nested(path.Skip(i + 1), value));
            }

            if (i == path.Count - 1)
            {
                return Replace(text, entry, value);
            }

            switch (entry.Value)
            {
                case YamlMapping { AliasSite: null } inner:
                    map = inner;
                    break;
                case YamlScalar { IsNull: true }:
                    return Replace(text, entry, Nested(path.Skip(i + 1), value));
                default:
                    return YamlEdit.Refuse(Crossed(path.Take(i + 1), entry.Value));
            }
        }

        return YamlEdit.Refuse("The path is empty.");
    }

    /// <summary>Takes the entry at a path away. A map that becomes empty stays, as <c>{}</c>.</summary>
    public static YamlEdit Remove(SourceText text, YamlMapping root, IReadOnlyList<string> path)
    {
        var map = root;
        YamlEntry? owner = null;
        for (var i = 0; i < path.Count; i++)
        {
            if (map.Find(path[i]) is not { } entry)
            {
                return YamlEdit.Refuse($"There is no '{string.Join('.', path.Take(i + 1))}'.");
            }

            if (i == path.Count - 1)
            {
                return map.Entries.Count == 1 && owner is not null ? Replace(text, owner, "{}")
                    : IsFlow(text, map) ? RemoveFromBraces(text, map, entry)
                    : RemoveLines(text, map, entry);
            }

            if (entry.Value is not YamlMapping { AliasSite: null } inner)
            {
                return YamlEdit.Refuse(Crossed(path.Take(i + 1), entry.Value));
            }

            (map, owner) = (inner, entry);
        }

        return YamlEdit.Refuse("The path is empty.");
    }

    /// <summary>A key as YAML reads it back: in quotes where it would be a number, a word of YAML's or two things.</summary>
    public static string Key(string key) =>
        key.Length > 0 && char.IsAsciiLetter(key[0]) && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or ':')
        && key[^1] != ':' && PlainScalar.Read(key).Kind == PlainScalarKind.Text && key.ToLowerInvariant() is not ("y" or "n" or "yes" or "no" or "on" or "off")
            ? key
            : Quote(key);

    /// <summary>Text in double quotes.</summary>
    public static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Nested(IEnumerable<string> path, string value) => path.Reverse().Aggregate(value, (inner, key) => $"{{ {Key(key)}: {inner} }}");

    private static YamlEdit Insert(SourceText text, YamlMapping map, string key, string value)
    {
        var content = text.Content;
        var line = $"{Key(key)}: {value}";
        if (IsFlow(text, map))
        {
            return map.Entries is [.., var last]
                ? YamlEdit.Of(content.Insert(EndOf(last), $", {line}"))
                : YamlEdit.Of($"{content[..map.Span.Start]}{{ {line} }}{content[map.Span.End..]}");
        }

        if (map.Entries.Count == 0)
        {
            return YamlEdit.Refuse("The file has no place for it: it is empty.");
        }

        var indent = new string(' ', map.Entries[0].Key.Span.StartPosition.Column - 1);
        var end = EndOfLine(content, EndOf(map.Entries[^1]));
        return YamlEdit.Of(content.Insert(end, $"{NewLine(content)}{indent}{line}"));
    }

    private static YamlEdit Replace(SourceText text, YamlEntry entry, string value)
    {
        var content = text.Content;
        var colon = content.IndexOf(':', entry.Key.Span.End);
        var (start, end) = entry.Value.AliasSite is { } alias ? (alias.Start, alias.End) : (entry.Value.Span.Start, entry.Value.Span.End);
        var isNothing = entry.Value is YamlScalar { IsPlain: true, Text.Length: 0 };
        var between = isNothing ? "" : content[(colon + 1)..start];
        if (entry.Value.Tag is not null || between.Contains('&', StringComparison.Ordinal) || (end > start && content[start] == '&'))
        {
            return YamlEdit.Refuse($"The value of '{entry.Key.Text}' has a tag or an anchor, which others may use: change it by hand.");
        }

        if (isNothing)
        {
            return YamlEdit.Of(content.Insert(colon + 1, $" {value}"));
        }

        // A value on lines of its own comes up to its key; a remark on the key's line stays there.
        var isBelow = between.Contains('\n', StringComparison.Ordinal);
        var remark = isBelow && between.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? $" {between[hash..between.IndexOf('\n', hash)].TrimEnd()}" : "";
        return YamlEdit.Of(isBelow ? $"{content[..(colon + 1)]} {value}{remark}{content[end..]}" : $"{content[..start]}{value}{content[end..]}");
    }

    private static YamlEdit RemoveFromBraces(SourceText text, YamlMapping map, YamlEntry entry)
    {
        var content = text.Content;
        var at = map.Entries.ToList().IndexOf(entry);
        var (start, end) = at > 0 ? (EndOf(map.Entries[at - 1]), EndOf(entry)) : (entry.Key.Span.Start, map.Entries[1].Key.Span.Start);
        return YamlEdit.Of(content.Remove(start, end - start));
    }

    private static YamlEdit RemoveLines(SourceText text, YamlMapping map, YamlEntry entry)
    {
        var content = text.Content;
        var start = content.LastIndexOf('\n', Math.Max(entry.Key.Span.Start - 1, 0)) + 1;
        if (entry.Key.Span.Start == 0)
        {
            start = 0;
        }

        if (content[start..entry.Key.Span.Start].Trim().Length > 0)
        {
            return YamlEdit.Refuse($"'{entry.Key.Text}' is not on a line of its own: change it by hand.");
        }

        // The last line of a file takes the line break before it along, any other the one after it.
        var end = EndOfLine(content, EndOf(entry));
        if (end < content.Length)
        {
            end = content.IndexOf('\n', end) + 1;
        }
        else if (start > 0)
        {
            start = content[start - 1] == '\n' && start > 1 && content[start - 2] == '\r' ? start - 2 : start - 1;
        }

        return map.Entries.Count == 1 ? YamlEdit.Refuse($"'{entry.Key.Text}' is all there is: change it by hand.") : YamlEdit.Of(content.Remove(start, end - start));
    }

    private static bool IsFlow(SourceText text, YamlMapping map) => map.Span.End > map.Span.Start && text.Content[map.Span.Start] == '{';

    /// <summary>Where an entry ends; of one without a value, past its colon.</summary>
    private static int EndOf(YamlEntry entry) => entry.Value switch
    {
        { AliasSite: { } alias } => alias.End,
        YamlScalar { IsPlain: true, Text.Length: 0 } => entry.Key.Span.Source.Content.IndexOf(':', entry.Key.Span.End) + 1,
        _ => entry.Value.Span.End,
    };

    private static int EndOfLine(string content, int from)
    {
        var end = content.IndexOf('\n', from);
        return end < 0 ? content.Length : end > from && content[end - 1] == '\r' ? end - 1 : end;
    }

    private static string NewLine(string content) => content.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    private static string Crossed(IEnumerable<string> path, YamlNode value) =>
        value.AliasSite is null ? $"'{string.Join('.', path)}' is {value.Describe()}, which has no keys." : $"'{string.Join('.', path)}' is an alias (*): change what it stands for by hand.";
}
