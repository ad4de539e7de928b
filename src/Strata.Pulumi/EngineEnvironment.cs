using System.Globalization;
using System.Text.Json;
using Strata.Diagnostics;

namespace Strata.Pulumi;

/// <summary>What the <c>pulumi</c> command tells the program it starts, by environment variables.</summary>
public sealed record EngineEnvironment
{
    /// <summary>The address of the resource monitor, <c>host:port</c>.</summary>
    public required string Monitor { get; init; }

    /// <summary>The address of the engine, <c>host:port</c>.</summary>
    public required string Engine { get; init; }

    public required string Project { get; init; }

    public required string Stack { get; init; }

    /// <summary>The owner of the stack; <c>organization</c> for backends that know none.</summary>
    public string Organization { get; init; } = "organization";

    /// <summary>The stack's configuration by full key, <c>strata:team</c>: every value as text, objects and lists as JSON, secrets in plain.</summary>
    public IReadOnlyDictionary<string, string> Config { get; init; } = new Dictionary<string, string>();

    /// <summary>The keys of <see cref="Config"/> whose values hold a secret.</summary>
    public IReadOnlyList<string> ConfigSecretKeys { get; init; } = [];

    /// <summary>Every text that is a secret: the values of <see cref="ConfigSecretKeys"/> and all texts inside of them.</summary>
    internal IEnumerable<string> SecretTexts => ConfigSecretKeys.Select(key => Config.GetValueOrDefault(key)).OfType<string>().SelectMany(TextsIn);

    /// <summary>True in a preview: nothing is created, and what would be is not known.</summary>
    public bool DryRun { get; init; }

    /// <summary>How many registrations may be under way at once; at least 1.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>The folder of Pulumi.yaml; null when an older CLI does not say it.</summary>
    public string? RootDirectory { get; init; }

    /// <summary>Reads the variables; null, with an error in <paramref name="problems"/>, when the engine did not start the program.</summary>
    public static EngineEnvironment? Read(Func<string, string?> variable, DiagnosticBag problems)
    {
        var reader = new VariableReader(variable, problems);
        var environment = new EngineEnvironment
        {
            Monitor = reader.Address("PULUMI_MONITOR"),
            Engine = reader.Address("PULUMI_ENGINE"),
            Project = reader.Required("PULUMI_PROJECT"),
            Stack = reader.Required("PULUMI_STACK"),
            Organization = reader.Optional("PULUMI_ORGANIZATION") ?? "organization",
            DryRun = reader.Parsed("PULUMI_DRY_RUN", "'true' or 'false'", bool.Parse, false),
            Parallel = Math.Max(1, reader.Parsed("PULUMI_PARALLEL", "a whole number", text => int.Parse(text, CultureInfo.InvariantCulture), 1)),
            Config = reader.Parsed("PULUMI_CONFIG", "a JSON object of texts", ParseTexts, []),
            ConfigSecretKeys = reader.Parsed("PULUMI_CONFIG_SECRET_KEYS", "a JSON list of texts", ParseList, []),
            RootDirectory = reader.Optional("PULUMI_ROOT_DIRECTORY"),
        };
        return problems.HasErrors ? null : environment;
    }

    private static IEnumerable<string> TextsIn(string value)
    {
        try
        {
            using var json = JsonDocument.Parse(value);
            return [value, .. Leaves(json.RootElement)];
        }
        catch (JsonException)
        {
            return [value];
        }

        static IEnumerable<string> Leaves(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Leaves(property.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Leaves),
            JsonValueKind.String => [element.GetString()!],
            _ => [],
        };
    }

    private static Dictionary<string, string> ParseTexts(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.EnumerateObject().ToDictionary(entry => entry.Name, entry => TextOf(entry.Value));
    }

    private static List<string> ParseList(string text)
    {
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.EnumerateArray().Select(TextOf)];
    }

    private static string TextOf(JsonElement value) => value.GetString() ?? throw new FormatException();

    private sealed class VariableReader(Func<string, string?> variable, DiagnosticBag problems)
    {
        public string? Optional(string name) => variable(name) is { Length: > 0 } text ? text : null;

        public string Required(string name)
        {
            if (Optional(name) is { } text)
            {
                return text;
            }

            if (!problems.HasErrors)
            {
                problems.Add(EngineErrors.NotStartedByPulumi(name));
            }

            return "";
        }

        public string Address(string name)
        {
            var address = Required(name);
            if (address.Length > 0 && !Uri.TryCreate($"http://{address}", UriKind.Absolute, out _))
            {
                problems.Add(EngineErrors.UnreadableVariable(name, "an address such as '127.0.0.1:4242'"));
            }

            return address;
        }

        public T Parsed<T>(string name, string expected, Func<string, T> parse, T absent)
        {
            try
            {
                return Optional(name) is { } text ? parse(text) : absent;
            }
            catch (Exception error) when (error is FormatException or OverflowException or JsonException or InvalidOperationException or ArgumentException)
            {
                problems.Add(EngineErrors.UnreadableVariable(name, expected));
                return absent;
            }
        }
    }
}
