using System.Buffers;

namespace Strata.Yaml;

/// <summary>
/// Sees in one pass that a text is the YAML that programs write: ASCII, maps and lists in block style, values on one line or in literal
/// blocks. Whether anything else is YAML, <see cref="YamlReader"/> knows, which takes many times as long.
/// </summary>
public ref struct SimpleYaml
{
    private const int Deepest = 32;

    private const int LongestKey = 1000;

    private static readonly SearchValues<char> Known = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\n']);

    private static readonly SearchValues<char> PlainStart = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./$(~+");

    private readonly ReadOnlySpan<char> _text;
    private readonly (int Column, int Map)[] _open = new (int, int)[Deepest];
    private readonly HashSet<(int Map, int Key)> _keys = [];
    private int _depth;
    private int _maps;
    private int _at;

    /// <summary>The last key or dash has no value yet: what is deeper on the next lines is it.</summary>
    private bool _waits = true;

    private SimpleYaml(ReadOnlySpan<char> text) => _text = text;

    /// <summary>True when it surely is one or more documents that <see cref="YamlReader"/> reads without an error; false says nothing.</summary>
    public static bool IsSurelyValid(ReadOnlySpan<char> text)
    {
        if (text.Length > YamlLimits.Default.Characters || text.ContainsAnyExcept(Known))
        {
            return false;
        }

        var reading = new SimpleYaml(text);
        while (reading._at < text.Length)
        {
            if (!reading.Line())
            {
                return false;
            }
        }

        return true;
    }

    private readonly int Margin => _depth == 0 ? -1 : _open[_depth - 1].Column;

    private bool Line()
    {
        if (Rest().TrimEnd(' ') is "---")
        {
            (_depth, _waits) = (0, true);
            return Next();
        }

        return Node(column: 0);
    }

    /// <summary>What begins at a column or after spaces there, up to the end of its line or block.</summary>
    private bool Node(int column)
    {
        for (var isItem = false; ; isItem = true)
        {
            var indent = Rest().IndexOfAnyExcept(' ');
            if (indent < 0 || Rest()[indent] == '#')
            {
                return Next();
            }

            _at += indent;
            column += indent;
            if (!IsDash(Rest()))
            {
                return Entry(column, isItem);
            }

            if (!Enter(column, map: 0))
            {
                return false;
            }

            _waits = true;
            _at++;
            column++;
        }
    }

    /// <summary>A key with what is behind it, or the value of an item.</summary>
    private bool Entry(int column, bool isItem)
    {
        var key = Key(Rest(), out var length);
        if (key.IsEmpty)
        {
            return isItem && Value();
        }

        if (!Enter(column, _maps + 1) || !_keys.Add((_open[_depth - 1].Map, string.GetHashCode(key))))
        {
            return false;
        }

        _at += length;
        var rest = Rest().TrimStart(' ');
        _waits = rest.IsEmpty || rest[0] == '#';
        if (_waits)
        {
            return Next();
        }

        _at += Rest().Length - rest.Length;
        return Value();
    }

    /// <summary>Goes into the map or list that has this column, closing deeper ones; a new one only where a value is missing.</summary>
    /// <param name="map">The number of a new map; 0 for a list.</param>
    private bool Enter(int column, int map)
    {
        while (_depth > 0 && Margin > column)
        {
            _depth--;
            _waits = false;
        }

        if (_depth > 0 && Margin == column)
        {
            return (_open[_depth - 1].Map == 0) == (map == 0);
        }

        if (!_waits || _depth == Deepest)
        {
            return false;
        }

        _maps = Math.Max(_maps, map);
        _open[_depth++] = (column, map);
        return true;
    }

    /// <summary>A key without its quotes; empty when the line begins with none.</summary>
    /// <param name="length">That of the key with its quotes and the colon.</param>
    private static ReadOnlySpan<char> Key(ReadOnlySpan<char> line, out int length)
    {
        if (line[0] is '"' or '\'')
        {
            var end = line[1..].IndexOf(line[0]) + 1;
            var key = line[1..Math.Max(1, end)];
            length = end + 2;
            return end > 0 && end < LongestKey && !key.Contains('\\') && EndsKey(line, end + 1) ? key : default;
        }

        var most = Math.Min(line.Length, LongestKey);
        for (var at = 0; PlainStart.Contains(line[0]) && at < most && !line[at..].StartsWith(" #"); at++)
        {
            if (EndsKey(line, at))
            {
                length = at + 1;
                return line[..at].TrimEnd(' ');
            }
        }

        length = 0;
        return default;
    }

    /// <summary>The colon there ends a key.</summary>
    private static bool EndsKey(ReadOnlySpan<char> line, int at) => at < line.Length && line[at] == ':' && (at + 1 == line.Length || line[at + 1] == ' ');

    private bool Value()
    {
        _waits = false;
        var line = Rest();
        return line[0] switch
        {
            '"' => Quoted(line),
            '\'' => Single(line),
            '|' or '>' => line.TrimEnd(' ') is [_] or [_, '-' or '+'] && Next() && Block(),
            '[' => line.StartsWith("[]") && EndsAt(line, 2),
            '{' => line.StartsWith("{}") && EndsAt(line, 2),
            '-' => line.Length > 1 && PlainStart.Contains(line[1]) && Plain(line),
            var first => PlainStart.Contains(first) && Plain(line),
        };
    }

    private bool Plain(ReadOnlySpan<char> line)
    {
        var remark = line.IndexOf(" #");
        var text = (remark < 0 ? line : line[..remark]).TrimEnd(' ');
        return text[^1] != ':' && !text.Contains(": ", StringComparison.Ordinal) && Next();
    }

    private bool Single(ReadOnlySpan<char> line)
    {
        for (var at = 1; at < line.Length; at++)
        {
            if (line[at] == '\'' && line[at..] is not ['\'', '\'', ..])
            {
                return EndsAt(line, at + 1);
            }

            at += line[at] == '\'' ? 1 : 0;
        }

        return false;
    }

    private bool Quoted(ReadOnlySpan<char> line)
    {
        for (var at = 1; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                return EndsAt(line, at + 1);
            }

            if (line[at] == '\\' && (++at == line.Length || line[at] is not ('"' or '\\' or '/' or 'n' or 'r' or 't')))
            {
                return false;
            }
        }

        return false;
    }

    private bool EndsAt(ReadOnlySpan<char> line, int at)
    {
        var rest = line[at..].TrimStart(' ');
        return (rest.IsEmpty || (rest[0] == '#' && line[at] == ' ')) && Next();
    }

    /// <summary>Lines deeper than the map or list that the block is in.</summary>
    private bool Block()
    {
        for (var margin = -1; _at < _text.Length; Next())
        {
            var line = Rest();
            var indent = line.IndexOfAnyExcept(' ');
            if (indent < 0)
            {
                // Spaces before the first line can be more than its own.
                if (margin < 0 && !line.IsEmpty)
                {
                    return false;
                }

                continue;
            }

            if (indent <= Margin || indent < margin)
            {
                return true;
            }

            margin = margin < 0 ? indent : margin;
        }

        return true;
    }

    private readonly ReadOnlySpan<char> Rest()
    {
        var end = _text[_at..].IndexOf('\n');
        return end < 0 ? _text[_at..] : _text.Slice(_at, end);
    }

    private bool Next()
    {
        _at = Math.Min(_text.Length, _at + Rest().Length + 1);
        return true;
    }

    private static bool IsDash(ReadOnlySpan<char> line) => line is ['-'] or ['-', ' ', ..];
}
