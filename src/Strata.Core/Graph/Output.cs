using System.Globalization;
using System.Runtime.CompilerServices;

namespace Strata.Graph;

/// <summary>A value that something else gives: usable wherever an <see cref="Input{T}"/> is taken.</summary>
public sealed class Output<T> : Input<T>
{
    internal Output(Value value)
        : base(value)
    {
    }
}

/// <summary>Ways to make an <see cref="Output{T}"/>.</summary>
public static class Output
{
    public static Output<T> FromValue<T>(Value value) => new(value);

    /// <summary>Text with outputs inside: <c>Output.Format($"{lake.Arn}/*")</c>.</summary>
    public static Output<string> Format(OutputFormatHandler text) => new(text.ToValue());

    /// <summary>Text that is the JSON form of a value.</summary>
    public static Output<string> Json(Value content) => new(new JsonTextValue(content));

    /// <summary>Marks a value as one that must never be shown.</summary>
    public static Output<T> Secret<T>(Input<T> value) => new(value.Value is SecretValue ? value.Value : new SecretValue(value.Value));

    /// <summary>A secret of the stack file's <c>strata:secrets</c>.</summary>
    public static Output<string> ConfigSecret(string name) => new(new ConfigSecretValue(name));

    /// <summary>Joins values to one text, with a separator between them.</summary>
    public static Output<string> Join(string separator, IEnumerable<Input<string>> items)
    {
        var handler = new OutputFormatHandler(0, 0);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                handler.AppendLiteral(separator);
            }

            handler.AppendFormatted(item);
            first = false;
        }

        return Format(handler);
    }
}

/// <summary>What the compiler makes of the interpolated text given to <see cref="Output.Format"/>.</summary>
[InterpolatedStringHandler]
#pragma warning disable CS9113 // The signature is the compiler's.
public ref struct OutputFormatHandler(int literalLength, int formattedCount)
#pragma warning restore CS9113
{
    private readonly List<Value> _parts = [];

    public readonly void AppendLiteral(string text) => Append(text);

    public readonly void AppendFormatted(string text) => Append(text);

    public readonly void AppendFormatted(int number) => Append(number.ToString(CultureInfo.InvariantCulture));

    public readonly void AppendFormatted<T>(Input<T> input) => AppendFormatted(input.Value);

    public readonly void AppendFormatted(Value value)
    {
        switch (value)
        {
            case TextValue text:
                Append(text.Text);
                break;
            case NumberValue number:
                Append(number.Number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case BoolValue flag:
                Append(flag.IsTrue ? "true" : "false");
                break;
            case InterpolatedValue nested:
                foreach (var part in nested.Parts)
                {
                    AppendFormatted(part);
                }

                break;
            default:
                _parts.Add(value);
                break;
        }
    }

    internal readonly Value ToValue() => _parts switch
    {
        [] => new TextValue(""),
        [TextValue only] => only,
        _ => new InterpolatedValue([.. _parts]),
    };

    private readonly void Append(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_parts is [.., TextValue last])
        {
            _parts[^1] = new TextValue(last.Text + text);
        }
        else
        {
            _parts.Add(new TextValue(text));
        }
    }
}
