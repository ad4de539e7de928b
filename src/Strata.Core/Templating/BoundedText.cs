using System.Buffers;
using Strata.Text;

namespace Strata.Templating;

/// <summary>Text that grows up to what a rendering may make.</summary>
internal sealed class BoundedText(Allowance allowance, SourceSpan at)
{
    private char[] _text = ArrayPool<char>.Shared.Rent(1024);
    private int _length;

    public BoundedText Add(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        return this;
    }

    public BoundedText Add(int count, char c)
    {
        Room(count).Fill(c);
        return this;
    }

    /// <summary>Adds text whose lines after the first begin with <paramref name="indent"/>, except empty ones.</summary>
    public void AddIndented(ReadOnlySpan<char> text, string indent)
    {
        while (indent.Length > 0 && text.IndexOf('\n') is >= 0 and var end)
        {
            Add(text[..(end + 1)]);
            text = text[(end + 1)..];
            if (text is not ([] or ['\n' or '\r', ..]))
            {
                Add(indent);
            }
        }

        Add(text);
    }

    /// <summary>The whole text, after which nothing can be added.</summary>
    public string Finish()
    {
        var text = new string(_text, 0, _length);
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
        return text;
    }

    private Span<char> Room(int count)
    {
        if (_length + count > allowance.Limits.Output)
        {
            throw new RenderStop(TemplateErrors.TooLarge(at, allowance.Limits.Output), isFinal: true);
        }

        if (_length + count > _text.Length)
        {
            var larger = ArrayPool<char>.Shared.Rent((_length + count) * 2);
            _text.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(_text);
            _text = larger;
        }

        _length += count;
        return _text.AsSpan(_length - count, count);
    }
}
