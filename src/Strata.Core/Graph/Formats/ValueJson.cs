using System.Text.Json;

namespace Strata.Graph.Formats;

/// <summary>
/// A value as JSON: literals as they are, all else as an object with one of three marker keys.
/// <list type="bullet">
/// <item><c>{"$ref": "lake.arn", "type": "aws:s3/bucket:Bucket"}</c>: an output of a resource of the stack. When the logical name itself holds a dot, <c>"name"</c> repeats it.</item>
/// <item><c>{"$secret": …}</c>: never with plain text. A literal is <c>null</c>, or <c>***</c> within text; a secret of the stack file <c>{"config": "wandb"}</c>; a reference as above. Lists and objects keep their shape.</item>
/// <item><c>{"$output": …}</c>: text with references as <c>"arn:${lake.arn}/*"</c>, JSON text with references as <c>{"json": …}</c>, <c>{"invoke": token, "arguments": {…}, "property": "id"}</c> (and <c>version</c>, <c>provider</c> when given), <c>{"stack": "platform-dev", "output": "vpcId"}</c>.</item>
/// </list>
/// A key of the data that looks like a marker gets a second <c>$</c>.
/// </summary>
public static class ValueJson
{
    public static void Write(Utf8JsonWriter writer, Value value) => Write(writer, value, masked: false);

    internal static void WriteProperties(Utf8JsonWriter writer, IEnumerable<Property> properties) => WriteProperties(writer, properties, masked: false);

    private static void Write(Utf8JsonWriter writer, Value value, bool masked)
    {
        switch (value)
        {
            case ListValue list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item, masked);
                }

                writer.WriteEndArray();
                break;
            case ObjectValue map:
                WriteProperties(writer, map.Properties, masked);
                break;
            case ReferenceValue reference:
                WriteReference(writer, reference);
                break;
            case SecretValue secret when masked:
                Write(writer, secret.Content, masked);
                break;
            case SecretValue secret:
                writer.WriteStartObject();
                writer.WritePropertyName("$secret");
                Write(writer, secret.Content, masked: true);
                writer.WriteEndObject();
                break;
            case ConfigSecretValue secret:
                WriteConfigSecret(writer, secret, masked);
                break;
            case JsonTextValue { IsKnown: false } or InterpolatedValue or InvokeValue or StackOutputValue:
                writer.WriteStartObject();
                writer.WritePropertyName("$output");
                WriteOutput(writer, value, masked);
                writer.WriteEndObject();
                break;
            default:
                WriteLiteral(writer, value, masked);
                break;
        }
    }

    private static void WriteLiteral(Utf8JsonWriter writer, Value value, bool masked)
    {
        switch (value)
        {
            case BoolValue flag when !masked:
                writer.WriteBooleanValue(flag.IsTrue);
                break;
            case NumberValue number when !masked:
                JsonText.WriteNumber(writer, number.Number);
                break;
            case TextValue text when !masked:
                writer.WriteStringValue(text.Text);
                break;
            case JsonTextValue json when !masked:
                writer.WriteStringValue(JsonText.Of(json.Content));
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteOutput(Utf8JsonWriter writer, Value value, bool masked)
    {
        if (value is InterpolatedValue text)
        {
            writer.WriteStringValue(ValueText.Interpolation(text, masked));
            return;
        }

        writer.WriteStartObject();
        switch (value)
        {
            case JsonTextValue json:
                writer.WritePropertyName("json");
                Write(writer, json.Content, masked);
                break;
            case StackOutputValue output:
                writer.WriteString("stack", output.Stack.Stack);
                writer.WriteString("output", output.Output);
                break;
            case InvokeValue { Invoke: var invoke } answer:
                writer.WriteString("invoke", invoke.Token);
                writer.WritePropertyName("arguments");
                WriteProperties(writer, invoke.Arguments, masked);
                writer.WriteString("property", answer.Property);
                WriteIfPresent(writer, "version", invoke.Version);
                WriteIfPresent(writer, "provider", invoke.Provider is { } provider ? ResourceKey.Of(provider) : null);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter writer, ReferenceValue reference)
    {
        var name = reference.Resource.LogicalName;
        writer.WriteStartObject();
        writer.WriteString("$ref", $"{name}.{reference.Property}");
        writer.WriteString("type", reference.Resource.TypeToken);
        WriteIfPresent(writer, "name", name.Contains('.', StringComparison.Ordinal) ? name : null);
        writer.WriteEndObject();
    }

    private static void WriteConfigSecret(Utf8JsonWriter writer, ConfigSecretValue secret, bool masked)
    {
        if (!masked)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("$secret");
        }

        writer.WriteStartObject();
        writer.WriteString("config", secret.Name);
        writer.WriteEndObject();
        if (!masked)
        {
            writer.WriteEndObject();
        }
    }

    private static void WriteProperties(Utf8JsonWriter writer, IEnumerable<Property> properties, bool masked)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in properties)
        {
            writer.WritePropertyName(name is "$ref" or "$secret" or "$output" ? "$" + name : name);
            Write(writer, value, masked);
        }

        writer.WriteEndObject();
    }

    private static void WriteIfPresent(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
