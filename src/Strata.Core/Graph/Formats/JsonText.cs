using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Strata.Graph.Formats;

/// <summary>The JSON text of a known value: what a cloud gets for an IAM policy. Always the same bytes for the same value.</summary>
public static class JsonText
{
    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Compact, properties in the order they were set, whole numbers without a fraction.</summary>
    /// <exception cref="ArgumentException">The value <see cref="Value.IsKnown">is not known</see>.</exception>
    public static string Of(Value value)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        const double Exact = 1L << 53;
        if (number is >= -Exact and <= Exact && Math.Truncate(number) == number)
        {
            writer.WriteNumberValue((long)number);
        }
        else if (double.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static void Write(Utf8JsonWriter writer, Value value)
    {
        switch (value)
        {
            case NullValue:
                writer.WriteNullValue();
                break;
            case BoolValue flag:
                writer.WriteBooleanValue(flag.IsTrue);
                break;
            case NumberValue number:
                WriteNumber(writer, number.Number);
                break;
            case TextValue text:
                writer.WriteStringValue(text.Text);
                break;
            case JsonTextValue json:
                writer.WriteStringValue(Of(json.Content));
                break;
            case ListValue list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case ObjectValue map:
                writer.WriteStartObject();
                foreach (var property in map.Properties)
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} has no text before the engine runs.", nameof(value));
        }
    }
}
