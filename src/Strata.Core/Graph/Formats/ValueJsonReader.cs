using System.Text;
using System.Text.Json;

namespace Strata.Graph.Formats;

/// <summary>Reads back what <see cref="ValueJson"/> writes.</summary>
/// <param name="dependencies">The keys of the resources that the value may refer to by name alone.</param>
internal sealed class ValueJsonReader(KnownResources known, IReadOnlyList<string> dependencies)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public IReadOnlyList<Property> Properties(JsonElement map, bool masked) =>
        [.. map.EnumerateObject().Select(property => new Property(property.Name is "$$ref" or "$$secret" or "$$output" ? property.Name[1..] : property.Name, Read(property.Value, masked)))];

    public Value Read(JsonElement json, bool masked) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => Text(json.GetString()!),
        JsonValueKind.Array => new ListValue([.. json.EnumerateArray().Select(item => Read(item, masked))]),
        JsonValueKind.Object => Map(json, masked),
        _ => Value.Null,
    };

    private Value Map(JsonElement map, bool masked)
    {
        if (map.TryGetProperty("$ref", out var reference))
        {
            return Reference(map, reference.GetString()!);
        }

        if (map.TryGetProperty("$secret", out var secret))
        {
            return Read(secret, masked: true) is var content && content is ConfigSecretValue ? content : new SecretValue(content);
        }

        if (map.TryGetProperty("$output", out var output))
        {
            return Output(output, masked);
        }

        // Literals within a secret have no text: text there is the name of a secret of the stack file.
        return masked && map.TryGetProperty("config", out var config) && config.ValueKind == JsonValueKind.String
            ? new ConfigSecretValue(config.GetString()!)
            : new ObjectValue([.. Properties(map, masked)]);
    }

    private ReferenceValue Reference(JsonElement map, string path)
    {
        var name = map.TryGetProperty("name", out var full) ? full.GetString()! : path[..path.IndexOf('.', StringComparison.Ordinal)];
        return Seen(new ReferenceValue(known.Find($"{map.GetProperty("type").GetString()}::{name}"), path[(name.Length + 1)..]));
    }

    private Value Output(JsonElement output, bool masked)
    {
        if (output.ValueKind == JsonValueKind.String)
        {
            return Interpolated(output.GetString()!);
        }

        if (output.TryGetProperty("json", out var json))
        {
            // Nothing unknown is left of it where all that was unknown was a secret within a secret.
            var text = new JsonTextValue(Read(json, masked));
            return text.IsKnown ? new JsonTextValue(new SecretValue(text.Content)) : text;
        }

        if (output.TryGetProperty("stack", out var stack))
        {
            return new StackOutputValue(known.Stack(stack.GetString()!), output.GetProperty("output").GetString()!);
        }

        var invoke = new Invoke(output.GetProperty("invoke").GetString()!, [.. Properties(output.GetProperty("arguments"), masked)])
        {
            Version = output.TryGetProperty("version", out var version) ? version.GetString() : null,
            Provider = output.TryGetProperty("provider", out var provider) ? (ProviderResource)known.Find(provider.GetString()!) : null,
        };
        return new InvokeValue(invoke, output.GetProperty("property").GetString()!);
    }

    /// <summary>Text that is JSON as <see cref="JsonText"/> writes it is JSON again, so that differences are found inside of it.</summary>
    private static Value Text(string text)
    {
        if (text is not ['{' or '[', ..])
        {
            return text;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var content = Plain(document.RootElement);
            return JsonText.Of(content) == text ? new JsonTextValue(content) : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static Value Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => Text(json.GetString()!),
        JsonValueKind.Array => new ListValue([.. json.EnumerateArray().Select(Plain)]),
        JsonValueKind.Object => new ObjectValue([.. json.EnumerateObject().DistinctBy(p => p.Name).Select(property => new Property(property.Name, Plain(property.Value)))]),
        _ => Value.Null,
    };

    private InterpolatedValue Interpolated(string text)
    {
        var parts = new List<Value>();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            if (text.AsSpan(i).StartsWith("$${"))
            {
                literal.Append("${");
                i += 3;
            }
            else if (text.AsSpan(i).StartsWith("${") && End(text, i + 2) is > 0 and var end && Part(text[(i + 2)..end]) is { } part)
            {
                Flush();
                parts.Add(part);
                i = end + 1;
            }
            else
            {
                literal.Append(text[i++]);
            }
        }

        Flush();
        return new InterpolatedValue([.. parts]);

        void Flush()
        {
            if (literal.Length > 0)
            {
                parts.Add(literal.ToString());
                literal.Clear();
            }
        }
    }

    /// <summary>Where the brace closes that was opened before <paramref name="start"/>; -1 when it does not.</summary>
    private static int End(string text, int start)
    {
        var (depth, quoted) = (1, false);
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when quoted:
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case '{' when !quoted:
                    depth++;
                    break;
                case '}' when !quoted && --depth == 0:
                    return i;
            }
        }

        return -1;
    }

    /// <summary>What stands for a value inside of text, as <see cref="ValueText"/> writes it; null when it cannot be told.</summary>
    private Value? Part(string text)
    {
        if (text == "[secret]")
        {
            return new SecretValue(Value.Null);
        }

        if (text.StartsWith("[secret ", StringComparison.Ordinal) && text.EndsWith(']'))
        {
            return new ConfigSecretValue(text["[secret ".Length..^1]);
        }

        return Reference(text) ?? Call(text);
    }

    /// <summary>An output of the resource, or of the stack, with the longest name that fits: names may hold dots.</summary>
    private Value? Reference(string text)
    {
        for (var i = text.Length - 1; i > 0; i--)
        {
            var name = text[..i];
            var path = text[i] == '[' ? text[i..] : text[(i + 1)..];
            if (text[i] is '.' or '[' && known.Named(name, Likely()) is { } resource)
            {
                return Seen(new ReferenceValue(resource, path));
            }

            if (text[i] is ':' or '[' && known.StackOrNull(name) is { } stack)
            {
                return new StackOutputValue(stack, path);
            }
        }

        return null;
    }

    /// <summary>
    /// The dependencies in the order in which a name inside of text, which has no type, is looked for: they are listed as the inputs come to
    /// them, so that the next one that no input has come to is the likeliest.
    /// </summary>
    private IReadOnlyList<string> Likely() =>
        dependencies.FirstOrDefault(key => !_seen.Contains(key)) is { } next ? [next, .. dependencies.Where(_seen.Contains), .. dependencies] : dependencies;

    private ReferenceValue Seen(ReferenceValue reference)
    {
        _seen.Add(ResourceKey.Of(reference.Resource));
        return reference;
    }

    /// <summary>The answer to a call, of the provider of its package that the resource waits for.</summary>
    private InvokeValue? Call(string text)
    {
        if (text.IndexOf('(', StringComparison.Ordinal) is not (> 0 and var call) || text.IndexOf(')', call) is not (> 0 and var close) || Arguments(text[(call + 1)..close]) is not { } arguments)
        {
            return null;
        }

        var package = text[..Math.Max(0, text.IndexOf(':', StringComparison.Ordinal))];
        var provider = dependencies.FirstOrDefault(key => key.StartsWith($"pulumi:providers:{package}::", StringComparison.Ordinal));
        var invoke = new Invoke(text[..call], arguments) { Provider = provider is null ? null : (ProviderResource)known.Find(provider) };
        return new InvokeValue(invoke, text[(close + 1)..].TrimStart('.'));
    }

    /// <summary><c>name: value, name: value</c> with references and plain texts; null for anything else.</summary>
    private List<Property>? Arguments(string text)
    {
        var arguments = new List<Property>();
        foreach (var argument in text.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            if (argument.Split(": ", 2) is not [var name, var written])
            {
                return null;
            }

            if ((written is ['"', .., '"'] && !written.Contains('\\', StringComparison.Ordinal) ? (Value)written[1..^1] : Part(written)) is not { } value)
            {
                return null;
            }

            arguments.Add(new Property(name, value));
        }

        return arguments;
    }
}
