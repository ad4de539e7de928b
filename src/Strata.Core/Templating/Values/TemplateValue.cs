using System.Globalization;

namespace Strata.Templating;

/// <summary>What a template can hold: a closed family of immutable values, so that no template reaches a type of the program.</summary>
public abstract record TemplateValue
{
    private protected TemplateValue()
    {
    }

    public static TemplateValue Null { get; } = new TemplateNull();

    public static TemplateValue True { get; } = new TemplateBool(true);

    public static TemplateValue False { get; } = new TemplateBool(false);

    /// <summary>How messages name the kind of value: <c>a list</c>.</summary>
    internal abstract string Kind { get; }

    /// <summary>Characters and items in the value with all it holds: what it costs to compare or print it.</summary>
    internal virtual long Size => 1;

    /// <summary>Lists and maps inside each other.</summary>
    internal virtual int Depth => 0;

    public static implicit operator TemplateValue(string? text) => text is null ? Null : new TemplateText(text);

    public static implicit operator TemplateValue(bool value) => value ? True : False;

    public static implicit operator TemplateValue(int number) => new TemplateInteger(number);

    public static implicit operator TemplateValue(long number) => new TemplateInteger(number);

    public static implicit operator TemplateValue(double number) => new TemplateFloat(number);

    public static TemplateValue List(params IEnumerable<TemplateValue> items) => new TemplateList([.. items]);
}

public sealed record TemplateNull : TemplateValue
{
    internal TemplateNull()
    {
    }

    internal override string Kind => "null";
}

public sealed record TemplateBool : TemplateValue
{
    internal TemplateBool(bool value) => IsTrue = value;

    public bool IsTrue { get; }

    internal override string Kind => "a boolean";
}

public sealed record TemplateInteger(long Number) : TemplateValue
{
    internal override string Kind => "a whole number";
}

/// <summary>A number with a fraction; it always shows a decimal point or an exponent, so that it stays one where it is read again.</summary>
public sealed record TemplateFloat(double Number) : TemplateValue
{
    internal override string Kind => "a number";

    internal string Text
    {
        get
        {
            var text = Number.ToString("R", CultureInfo.InvariantCulture);
            return text.AsSpan().IndexOfAny(".EN∞") >= 0 ? text : $"{text}.0";
        }
    }
}

public sealed record TemplateText(string Text) : TemplateValue
{
    internal override string Kind => "text";

    internal override long Size => 1 + Text.Length;
}
