using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>Pulumi's form of an encrypted value: a map with the single key <c>secure</c> whose value is text.</summary>
internal static class SecureValue
{
    /// <summary>What stands in place of ciphertext and plaintext alike, the word Pulumi prints.</summary>
    public const string Placeholder = "[secret]";

    public static bool Is(YamlNode node) => TextOf(node) is not null;

    /// <summary>The ciphertext; null when the node is no secure value. <c>{ secure: 5 }</c> is an ordinary map, as it is for Pulumi.</summary>
    public static string? TextOf(YamlNode node) =>
        node is YamlMapping { Entries: [{ Key.Text: "secure", Value: YamlScalar text }] }
        && (!text.IsPlain || PlainScalar.Read(text.Text).Kind == PlainScalarKind.Text)
            ? text.Text
            : null;

    public static bool IsIn(YamlNode node) => node switch
    {
        YamlMapping mapping => Is(mapping) || mapping.Entries.Any(e => IsIn(e.Value)),
        YamlSequence sequence => sequence.Items.Any(IsIn),
        _ => false,
    };

    /// <summary>The same tree with the text of each secure value replaced.</summary>
    public static YamlNode Hide(YamlNode node) => node switch
    {
        _ when !IsIn(node) => node,
        YamlMapping { Entries: [var secure] } mapping when Is(mapping) =>
            new YamlMapping(mapping.Span, [secure with { Value = Hidden(secure.Value) }]) { AliasSite = mapping.AliasSite },
        YamlMapping mapping => new YamlMapping(mapping.Span, [.. mapping.Entries.Select(e => e with { Value = Hide(e.Value) })]) { AliasSite = mapping.AliasSite },
        YamlSequence sequence => new YamlSequence(sequence.Span, [.. sequence.Items.Select(Hide)]) { AliasSite = sequence.AliasSite },
        _ => node,
    };

    /// <summary><c>{ secure: '[secret]' }</c> at the place of another node.</summary>
    public static YamlMapping At(YamlNode place) =>
        new(place.Span, [new YamlEntry(new YamlScalar(place.Span, "secure", isPlain: true), Hidden(place))]);

    private static YamlScalar Hidden(YamlNode place) => new(place.Span, Placeholder, isPlain: false);
}
