using Strata.Diagnostics;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Previews;

/// <summary>The encrypted values of a stack file, which everything else leaves out: that one differs is told, what it is never is.</summary>
internal static class SecretTexts
{
    public static IReadOnlyList<AffectedReason> Changes(SourceText? before, SourceText? after)
    {
        var old = Of(before).ToDictionary(secret => secret.Path, StringComparer.Ordinal);
        return
        [
            .. Of(after).Where(secret => old.TryGetValue(secret.Path, out var was) && was.Text != secret.Text)
                .Select(secret => new AffectedReason(AffectedKind.Unsure, $"The secret {secret.Path} has a new value: what uses it changes, and the plan cannot show that.", secret.Span)),
        ];
    }

    private static IEnumerable<(string Path, string Text, SourceSpan Span)> Of(SourceText? file) =>
        file is not null && YamlReader.Read(file, new DiagnosticBag()) is YamlMapping root && root["config"] is { } config ? In("", config).DistinctBy(s => s.Item1) : [];

    private static IEnumerable<(string, string, SourceSpan)> In(string path, YamlNode node)
    {
        switch (node)
        {
            case YamlMapping when Stacks.SecureValue.TextOf(node) is { } text:
                yield return (path, text, node.Span);
                break;
            case YamlMapping map:
                foreach (var secret in map.Entries.SelectMany(entry => In(path.Length == 0 ? entry.Key.Text : $"{path}.{entry.Key.Text}", entry.Value)))
                {
                    yield return secret;
                }

                break;
            case YamlSequence list:
                foreach (var secret in list.Items.SelectMany((item, i) => In(FormattableString.Invariant($"{path}[{i}]"), item)))
                {
                    yield return secret;
                }

                break;
        }
    }
}
