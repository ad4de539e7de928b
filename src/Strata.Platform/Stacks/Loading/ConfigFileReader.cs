using Strata.Diagnostics;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>Reads a stack file or a fragment up to the entries below <c>config:</c>.</summary>
internal static class ConfigFileReader
{
    /// <summary>
    /// The only keys Pulumi keeps at the top of a stack file (its <c>ProjectStack</c>): it deletes any other when it saves.
    /// </summary>
    private static readonly string[] StackKeys = ["config", "environment", "encryptedkey", "encryptionsalt", "secretsprovider"];

    public static ConfigFile Read(SourceText source)
    {
        var diagnostics = new DiagnosticBag();
        var entries = ReadEntries(source, diagnostics);
        return ConfigFileBuilder.Build(source, entries ?? [], diagnostics, isReadable: entries is not null);
    }

    /// <summary>The entries in written order, each key once; null when the file cannot be read.</summary>
    public static IReadOnlyList<ConfigEntry>? ReadEntries(SourceText source, DiagnosticBag diagnostics)
    {
        if (YamlReader.Read(source, diagnostics) is not { } root)
        {
            return null;
        }

        if (root is not YamlMapping file)
        {
            diagnostics.Add(StackErrors.FileNotMap(root.Span, root.Describe()));
            return null;
        }

        CheckTopLevel(file, StackPaths.StackOf(source.Path) is not null, diagnostics);
        switch (file["config"])
        {
            case null or YamlScalar { IsNull: true }:
                return [];
            case YamlMapping config:
                return ReadConfig(config, diagnostics);
            case var other:
                diagnostics.Add(StackErrors.ConfigNotMap(other.Span, other.Describe()));
                return null;
        }
    }

    private static void CheckTopLevel(YamlMapping file, bool isStack, DiagnosticBag diagnostics)
    {
        foreach (var (key, _) in file.Entries)
        {
            if (key.Text == "config")
            {
                continue;
            }

            var isPulumis = StackKeys.Contains(key.Text);
            if (isStack && !isPulumis)
            {
                diagnostics.Add(StackErrors.UnknownTopLevelKey(key.Span, key.Text, StackKeys));
            }
            else if (!isStack)
            {
                diagnostics.Add(isPulumis ? StackErrors.StackKeyInFragment(key.Span, key.Text) : StackErrors.UnknownFragmentKey(key.Span, key.Text));
            }
        }
    }

    private static List<ConfigEntry> ReadConfig(YamlMapping config, DiagnosticBag diagnostics)
    {
        var entries = new List<ConfigEntry>(config.Entries.Count);
        var seen = new Dictionary<ConfigKey, YamlScalar>(config.Entries.Count);
        foreach (var (written, value) in config.Entries)
        {
            if (ConfigKey.Parse(written.Text) is not { } key)
            {
                diagnostics.Add(StackErrors.ConfigKeyForm(written.Span, written.Text));
            }
            else if (!seen.TryAdd(key, written))
            {
                diagnostics.Add(StackErrors.ConfigKeyTwice(written.Span, written.Text, seen[key].Text, seen[key].Span));
            }
            else
            {
                entries.Add(new ConfigEntry(key, written, value));
            }
        }

        return entries;
    }
}
