using Strata.Text;

namespace Strata.Yaml;

/// <summary>A single value. What it means (number, boolean, text) is the binder's business, by the type it expects.</summary>
public sealed class YamlScalar(SourceSpan span, string text, bool isPlain) : YamlNode(span)
{
    /// <summary>The value with quotes and escapes resolved.</summary>
    public string Text { get; } = text;

    /// <summary>Written without quotes and not as a block: only then can YAML read it as a number, boolean, date or null.</summary>
    public bool IsPlain { get; } = isPlain;

    /// <summary>An unquoted <c>~</c>, <c>null</c> or nothing at all.</summary>
    public bool IsNull => IsPlain && Tag is null && Text is ("" or "~" or "null" or "Null" or "NULL");

    public override string Describe() => IsNull ? "nothing" : !IsPlain ? "quoted text" : Text.Length > 40 ? $"'{Text[..40]}…'" : $"'{Text}'";
}
