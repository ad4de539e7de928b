using System.Collections.Immutable;
using System.Text.Json;
using Strata.Graph;

namespace Strata.Cli.Drift;

/// <summary>The values of a state as values of a graph.</summary>
internal static class StateValues
{
    /// <summary>Marks what is not known: nothing is equal to it, and nothing differs from it.</summary>
    public static Value Unknown { get; } = new ConfigSecretValue("");

    /// <summary>A resource's inputs without what the provider filled in, which it lists in <c>__defaults</c>.</summary>
    public static IReadOnlyList<Property> Inputs(JsonElement inputs) => inputs.ValueKind == JsonValueKind.Object ? Properties(inputs) : [];

    public static Value Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString() is { } text && StateSignatures.IsUnknown(text) ? Unknown : element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => Value.List(element.EnumerateArray().Select(Read)),
        JsonValueKind.Object => Object(element),
        _ => Value.Null,
    };

    private static Value Object(JsonElement element)
    {
        if (!element.TryGetProperty(StateSignatures.Key, out var signature))
        {
            return new ObjectValue(Properties(element));
        }

        return signature.GetString() switch
        {
            StateSignatures.Secret => new SecretValue(Plain(element)),
            StateSignatures.Output => element.TryGetProperty("value", out var value) ? Read(value) : Unknown,
            _ => Unknown, // Files and references to resources: compared by the engine.
        };
    }

    /// <summary>The text behind a secret, when the state was exported with it, to compare and never to show.</summary>
    private static Value Plain(JsonElement secret)
    {
        if (secret.TryGetProperty("plaintext", out var plain) && plain.ValueKind == JsonValueKind.String)
        {
            try
            {
                using var json = JsonDocument.Parse(plain.GetString()!);
                return Read(json.RootElement);
            }
            catch (JsonException)
            {
                return Unknown;
            }
        }

        return Unknown;
    }

    private static ImmutableArray<Property> Properties(JsonElement element)
    {
        HashSet<string> filledIn = element.TryGetProperty("__defaults", out var defaults) && defaults.ValueKind == JsonValueKind.Array
            ? [.. defaults.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)]
            : [];
        return [.. element.EnumerateObject().Where(p => p.Name != "__defaults" && !filledIn.Contains(p.Name)).Select(p => new Property(p.Name, Read(p.Value)))];
    }
}
