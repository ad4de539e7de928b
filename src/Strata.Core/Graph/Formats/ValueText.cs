using System.Buffers;
using System.Globalization;
using System.Text;
using Strata.Text;

namespace Strata.Graph.Formats;

/// <summary>
/// A value on one line, for people: <c>"text"</c>, <c>{team: "fraud"}</c>, <c>lake.arn</c>, <c>"arn:${lake.arn}/*"</c>,
/// <c>platform-dev:vpcId</c> (an output of another stack), <c>aws:getCallerIdentity().accountId</c>, <c>json {…}</c>,
/// <c>[secret]</c>. What is inside a secret is never shown.
/// </summary>
public static class ValueText
{
    private const string Secret = "[secret]";

    private static readonly SearchValues<char> NeedNoEscape =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => c is not ('"' or '\\'))]);

    /// <param name="width">The most columns it may take; what does not fit ends in <c>…</c>.</param>
    public static string Of(Value value, int width = int.MaxValue)
    {
        var text = new Builder(width);
        text.Append(value);
        return DisplayText.Cut(text.ToString(), width);
    }

    /// <summary>
    /// The text of an interpolation without quotes: literals as they are, except that <c>${</c> in one is written <c>$${</c>;
    /// every other part in <c>${…}</c>.
    /// </summary>
    /// <param name="masked">Whether the literals are secret: each becomes <c>***</c>.</param>
    internal static string Interpolation(InterpolatedValue value, bool masked = false)
    {
        var text = new StringBuilder();
        foreach (var part in value.Parts)
        {
            _ = part switch
            {
                TextValue literal => text.Append(masked ? "***" : literal.Text.Replace("${", "$${", StringComparison.Ordinal)),
                _ when masked && !HoldsNoLiteral(part) => text.Append("${").Append(Secret).Append('}'),
                _ => text.Append("${").Append(Of(part)).Append('}'),
            };
        }

        return text.ToString();
    }

    private static bool HoldsNoLiteral(Value part) => part is ReferenceValue or StackOutputValue or ConfigSecretValue or SecretValue;

    private sealed class Builder(int width)
    {
        private readonly StringBuilder _text = new();

        // Cutting is done at the end by columns; twice as many characters always fill them.
        private bool IsFull => _text.Length / 2 > width;

        public override string ToString() => _text.ToString();

        public void Append(Value value)
        {
            switch (value)
            {
                case NullValue:
                    _text.Append("null");
                    break;
                case BoolValue flag:
                    _text.Append(flag.IsTrue ? "true" : "false");
                    break;
                case NumberValue number:
                    _text.Append(number.Number.ToString("R", CultureInfo.InvariantCulture));
                    break;
                case TextValue text:
                    Quote(text.Text);
                    break;
                case InterpolatedValue text:
                    Quote(Interpolation(text));
                    break;
                case JsonTextValue json:
                    _text.Append("json ");
                    Append(json.Content);
                    break;
                case ReferenceValue reference:
                    Path(DisplayText.OneLine(reference.Resource.LogicalName), '.', reference.Property);
                    break;
                case StackOutputValue output:
                    Path(output.Stack.Stack, ':', output.Output);
                    break;
                case InvokeValue { Invoke: var invoke } answer:
                    _text.Append(TypeName.Short(invoke.Token));
                    Properties('(', invoke.Arguments, ')');
                    Path("", '.', answer.Property);
                    break;
                case ListValue list:
                    Items(list);
                    break;
                case ObjectValue map:
                    Properties('{', map.Properties, '}');
                    break;
                case ConfigSecretValue secret:
                    _text.Append("[secret ").Append(DisplayText.OneLine(secret.Name)).Append(']');
                    break;
                default:
                    _text.Append(Secret);
                    break;
            }
        }

        private void Path(string start, char separator, string path)
        {
            _text.Append(start);
            if (path.Length > 0)
            {
                _ = path[0] == '[' ? _text : _text.Append(separator);
                _text.Append(DisplayText.OneLine(path));
            }
        }

        private void Items(ListValue list)
        {
            _text.Append('[');
            for (var i = 0; i < list.Items.Length && !IsFull; i++)
            {
                _text.Append(i == 0 ? "" : ", ");
                Append(list.Items[i]);
            }

            _text.Append(']');
        }

        private void Properties(char open, IReadOnlyList<Property> properties, char close)
        {
            _text.Append(open);
            for (var i = 0; i < properties.Count && !IsFull; i++)
            {
                _text.Append(i == 0 ? "" : ", ");
                Key(properties[i].Name);
                _text.Append(": ");
                Append(properties[i].Value);
            }

            _text.Append(close);
        }

        private void Key(string name)
        {
            if (name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or '$'))
            {
                _text.Append(name);
            }
            else
            {
                Quote(name);
            }
        }

        private void Quote(string text)
        {
            if (!text.AsSpan().ContainsAnyExcept(NeedNoEscape))
            {
                _text.Append('"').Append(text).Append('"');
                return;
            }

            _text.Append('"');
            foreach (var rune in text.EnumerateRunes())
            {
                if (IsFull)
                {
                    break;
                }

                _ = rune.Value switch
                {
                    '"' => _text.Append("\\\""),
                    '\\' => _text.Append("\\\\"),
                    '\n' => _text.Append("\\n"),
                    '\r' => _text.Append("\\r"),
                    '\t' => _text.Append("\\t"),
                    _ => _text.Append(DisplayText.Visible(rune)),
                };
            }

            _text.Append('"');
        }
    }
}
