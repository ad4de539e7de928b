using Strata.Diagnostics;
using Strata.Platform.Stacks.Format;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>Checks the entries of one file, or of the engine, and sorts them into what is ours, what is the providers', and what it extends.</summary>
internal static class ConfigFileBuilder
{
    public static ConfigFile Build(SourceText source, IReadOnlyList<ConfigEntry> entries, DiagnosticBag diagnostics, bool isReadable)
    {
        var isStack = StackPaths.StackOf(source.Path) is not null;
        var ours = new List<YamlEntry>();
        var providers = new List<YamlEntry>();
        IReadOnlyList<FragmentReference> extends = [];
        foreach (var entry in entries)
        {
            if (entry.Value is YamlScalar { IsNull: true })
            {
                diagnostics.Add(StackErrors.EmptyTopLevelValue(entry.Value.Span, entry.Written.Text));
            }
            else if (!entry.Key.IsOurs)
            {
                ConfigTree.Check(entry.Value, isStack ? SecureRule.Allowed : SecureRule.NotInFragment, diagnostics);
                ConfigTree.CheckTexts(entry.Value, diagnostics);
                providers.Add(Named(entry, entry.Key.ToString(), SecureValue.Hide(entry.Value)));
            }
            else if (entry.Key.Name == "extends")
            {
                extends = ExtendsReader.Read(entry.Value, diagnostics);
            }
            else if (entry.Key.Name == StackFormat.Key)
            {
                StackFormat.Check(entry.Value, diagnostics);
            }
            else if (entry.Key.Name == "secrets")
            {
                ours.Add(Named(entry, entry.Key.Name, SecretSection.Read(entry.Value, isStack, diagnostics)));
            }
            else
            {
                ConfigTree.Check(entry.Value, isStack ? SecureRule.OnlyUnderSecrets : SecureRule.NotInFragment, diagnostics);
                if (entry.Key.Name == "team")
                {
                    CheckTeam(source.Path, isStack, entry.Value, diagnostics);
                }

                ours.Add(Named(entry, entry.Key.Name, entry.Value));
            }
        }

        var span = entries.Count == 0 ? new SourceSpan(source, 0, 0) : entries[0].Written.Span;
        return new ConfigFile(source.Path, source, new YamlMapping(span, ours), new YamlMapping(span, providers), extends, diagnostics, isReadable);
    }

    /// <summary>A fragment is everyone's, unless it lies in a team's folder: then it may name that team and no other.</summary>
    private static void CheckTeam(string path, bool isStack, YamlNode team, DiagnosticBag diagnostics)
    {
        var name = team is YamlScalar scalar ? scalar.Text : team.Describe();
        if (isStack)
        {
            return;
        }

        if (StackPaths.TeamOf(path) is not { } owner)
        {
            diagnostics.Add(StackErrors.TeamInSharedFragment(team.Span, name));
        }
        else if (owner != name)
        {
            diagnostics.Add(StackErrors.OtherTeamInFragment(team.Span, name, owner));
        }
    }

    private static YamlEntry Named(ConfigEntry entry, string name, YamlNode value) =>
        new(new YamlScalar(entry.Written.Span, name, isPlain: true) { AliasSite = entry.Written.AliasSite }, value);
}
