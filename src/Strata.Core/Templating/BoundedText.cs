using System.Text;
using Strata.Text;

namespace Strata.Templating;

/// <summary>Text that grows up to what a rendering may make.</summary>
internal sealed class BoundedText(Allowance allowance, SourceSpan at)
{
    private readonly StringBuilder _text = new();

    public BoundedText Add(string text)
    {
        if (_text.Length + text.Length > allowance.Limits.Output)
        {
            throw new RenderStop(TemplateErrors.TooLarge(at, allowance.Limits.Output), isFinal: true);
        }

        _text.Append(text);
        return this;
    }

    public BoundedText Add(int count, string text)
    {
        for (var i = 0; i < count; i++)
        {
            Add(text);
        }

        return this;
    }

    /// <summary>Adds text whose lines after the first begin with <paramref name="indent"/>, except empty ones.</summary>
    public void AddIndented(string text, string indent)
    {
        if (indent.Length == 0 || !text.Contains('\n', StringComparison.Ordinal))
        {
            Add(text);
            return;
        }

        var start = 0;
        for (var end = text.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = text.IndexOf('\n', start))
        {
            Add(text[start..(end + 1)]);
            start = end + 1;
            if (start < text.Length && text[start] is not ('\n' or '\r'))
            {
                Add(indent);
            }
        }

        Add(text[start..]);
    }

    public override string ToString() => _text.ToString();
}
