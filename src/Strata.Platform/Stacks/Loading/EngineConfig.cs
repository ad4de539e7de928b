using Strata.Diagnostics;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>
/// Turns the configuration as the engine passes it (every value a text) back into entries. Where the stack file says the same,
/// its nodes are used, so that problems name its lines. Plaintext of secrets never becomes part of a node or a source text.
/// </summary>
/// <param name="file">The stack file's entries; empty when there is no file.</param>
/// <param name="secretKeys">The full keys of which the engine says that they hold a secret; null when it is not known.</param>
internal sealed class EngineConfig(IReadOnlyList<ConfigEntry> file, IReadOnlyCollection<string>? secretKeys, DiagnosticBag diagnostics)
{
    private readonly Dictionary<ConfigKey, ConfigEntry> _file = file.ToDictionary(e => e.Key);
    private readonly Dictionary<string, string> _secrets = new(StringComparer.Ordinal);

    /// <summary>Plaintext by secret name, or by full key for a provider's value.</summary>
    public IReadOnlyDictionary<string, string> Secrets => _secrets;

    /// <summary>The entries in the order of the stack file, those it does not have behind them in ordinal order.</summary>
    public IReadOnlyList<ConfigEntry> Read(IReadOnlyDictionary<string, string> config)
    {
        var values = new Dictionary<ConfigKey, string>();
        foreach (var (text, value) in config.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            if (ConfigKey.Parse(text) is { } key)
            {
                values[key] = value;
            }
            else
            {
                diagnostics.Add(StackErrors.ConfigKeyForm(EngineValue.Place(text), text));
            }
        }

        var keys = file.Select(e => e.Key).Where(values.ContainsKey).Concat(values.Keys.Where(k => !_file.ContainsKey(k)));
        return [.. keys.Select(key => Read(key, values[key])).OfType<ConfigEntry>()];
    }

    private ConfigEntry? Read(ConfigKey key, string value)
    {
        var written = _file.GetValueOrDefault(key);
        var name = written?.Written ?? new YamlScalar(EngineValue.Place(key.ToString()), key.ToString(), isPlain: true);
        if (key is { IsOurs: true, Name: "secrets" })
        {
            var isMarked = secretKeys is null || secretKeys.Contains(key.ToString());
            return new ConfigEntry(key, name, EngineSecrets.Read(value, isMarked, name, written?.Value, _secrets));
        }

        if (written is not null && SecureValue.IsIn(written.Value))
        {
            KeepSecret(key, value);
            return written;
        }

        if (secretKeys?.Contains(key.ToString()) == true)
        {
            KeepSecret(key, value);
            return new ConfigEntry(key, name, SecureValue.At(name));
        }

        return written is not null && EngineValue.IsSame(written.Value, key, value)
            ? written
            : new ConfigEntry(key, name, EngineValue.Parse(key, value, diagnostics));
    }

    /// <summary>Ours have their own section; one that is elsewhere is an error of the node that stands for it.</summary>
    private void KeepSecret(ConfigKey key, string value)
    {
        if (!key.IsOurs)
        {
            _secrets[key.ToString()] = value;
        }
    }
}
