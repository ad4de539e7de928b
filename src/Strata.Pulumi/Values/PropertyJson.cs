using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Strata.Pulumi.Codec;

namespace Strata.Pulumi.Values;

/// <summary>A known value as compact JSON, fields in the order they were set.</summary>
internal static class PropertyJson
{
    // The text goes into a cloud's document, not into a web page: letters stay letters.
    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = int.MaxValue,
    };

    public static string Of(PropertyValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, PropertyValue value)
    {
        switch (value)
        {
            case BoolProperty flag:
                writer.WriteBooleanValue(flag.Flag);
                break;
            case NumberProperty number:
                Write(writer, number.Number);
                break;
            case TextProperty or ResourceProperty:
                writer.WriteStringValue(PropertyText.Of(value));
                break;
            case ListProperty list:
                Write(writer, list);
                break;
            case ObjectProperty map:
                Write(writer, map);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, double number)
    {
        if (PropertyText.IsWhole(number))
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

    private static void Write(Utf8JsonWriter writer, ListProperty list)
    {
        writer.WriteStartArray();
        foreach (var item in list.Items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ObjectProperty map)
    {
        writer.WriteStartObject();
        foreach (var field in map.Fields)
        {
            writer.WritePropertyName(field.Name);
            Write(writer, field.Value);
        }

        writer.WriteEndObject();
    }
}
