using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Strata.Graph;

namespace Strata.Planning;

/// <summary>Where in a resource's inputs: <c>tags.team</c>, <c>rules[0].id</c>, <c>metadata.annotations["a.b/c"]</c>.</summary>
public sealed record PropertyPath(ImmutableArray<PathSegment> Segments)
{
    public static PropertyPath Of(string key) => new([PathSegment.Of(key)]);

    /// <summary>Reads a path as Pulumi writes it, also with <c>[*]</c> or <c>*</c> for every element. Never fails: what is not well formed is part of a key.</summary>
    public static PropertyPath Parse(string path)
    {
        var segments = ImmutableArray.CreateBuilder<PathSegment>();
        var rest = path.AsSpan();
        while (rest.Length > 0)
        {
            var end = rest[0] == '[' ? rest.IndexOf(']') : -1;
            if (end > 0)
            {
                segments.Add(InBrackets(rest[1..end]));
                rest = rest[(end + 1)..];
            }
            else
            {
                var length = rest.IndexOfAny('.', '[') is var stop and > 0 ? stop : rest.Length;
                segments.Add(rest[..length] is "*" ? PathSegment.Each : PathSegment.Of(rest[..length].ToString()));
                rest = rest[length..];
            }

            rest = rest is ['.', ..] ? rest[1..] : rest;
        }

        return new PropertyPath(segments.ToImmutable());
    }

    public PropertyPath Then(PathSegment segment) => new(Segments.Add(segment));

    /// <summary>Whether this pattern names the other path or something around it.</summary>
    public bool Covers(PropertyPath path)
    {
        if (Segments.Length > path.Segments.Length)
        {
            return false;
        }

        for (var i = 0; i < Segments.Length; i++)
        {
            if (!Segments[i].Covers(path.Segments[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether this pattern names something inside the other path that <paramref name="value"/>, which is at that path, holds.
    /// </summary>
    public bool IsInside(PropertyPath path, Value? value)
    {
        if (value is null || Segments.Length <= path.Segments.Length)
        {
            return false;
        }

        for (var i = 0; i < path.Segments.Length; i++)
        {
            if (!Segments[i].Covers(path.Segments[i]))
            {
                return false;
            }
        }

        return Holds(value, Segments.AsSpan()[path.Segments.Length..]);
    }

    public bool Equals(PropertyPath? other) => other is not null && Segments.SequenceEqual(other.Segments);

    public override int GetHashCode() => Segments.Length;

    /// <summary>As Pulumi writes it.</summary>
    public override string ToString() => Write(withNames: false);

    /// <summary>For people: an element by its name where it has one, as in <c>containers[server].env[SIZE].value</c>.</summary>
    public string Shown => Write(withNames: true);

    private string Write(bool withNames)
    {
        var text = new StringBuilder();
        foreach (var segment in Segments)
        {
            _ = segment switch
            {
                { Key: null, Element: { } name } when withNames => text.Append('[').Append(name).Append(']'),
                { Key: null, Index: < 0 } => text.Append("[*]"),
                { Key: null, Index: var index } => text.Append(CultureInfo.InvariantCulture, $"[{index}]"),
                { Key: var key } when IsPlain(key) => text.Append(text.Length == 0 ? "" : ".").Append(key),
                { Key: var key } => text.Append("[\"").Append(key).Append("\"]"),
            };
        }

        return text.ToString();
    }

    private static PathSegment InBrackets(ReadOnlySpan<char> text) => text switch
    {
        "*" => PathSegment.Each,
        ['"', .. var key, '"'] => PathSegment.Of(key.ToString()),
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => PathSegment.Of(index),
        _ => PathSegment.Of(text.ToString()),
    };

    private static bool Holds(Value value, ReadOnlySpan<PathSegment> rest)
    {
        if (rest.Length == 0)
        {
            return true;
        }

        switch (value)
        {
            case SecretValue secret:
                return Holds(secret.Content, rest);
            case ListValue list:
                for (var i = 0; i < list.Items.Length; i++)
                {
                    if (rest[0].Covers(PathSegment.Of(i)) && Holds(list.Items[i], rest[1..]))
                    {
                        return true;
                    }
                }

                return false;
            case ObjectValue map:
                foreach (var (name, item) in map.Properties)
                {
                    if (rest[0].Covers(PathSegment.Of(name)) && Holds(item, rest[1..]))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    private static bool IsPlain(string key) => key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '$');
}
