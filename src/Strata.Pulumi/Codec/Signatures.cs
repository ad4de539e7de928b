using System.Collections.Frozen;

namespace Strata.Pulumi.Codec;

/// <summary>
/// The marks of special values in the engine's protocol: an object that has <see cref="Key"/> is what the value there says, and
/// a text that is one of <see cref="Unknowns"/> is a value that is not known yet. There is no way to escape them.
/// </summary>
/// <remarks>From sdk/go/common/resource/{sig.go,plugin/rpc.go} of the public repository pulumi/pulumi.</remarks>
internal static class Signatures
{
    public const string Key = "4dabf18193072939515e22adb298388d";

    public const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    public const string Resource = "5cf8f73096256a8f31e491e813e4eb8e";

    public const string Output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary>The one that is sent, whatever the value will be.</summary>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>One for each kind of value: text, bool, number, array, asset, archive, object.</summary>
    public static FrozenSet<string> Unknowns { get; } = new[]
    {
        Unknown,
        "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
        "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
        "030794c1-ac77-496b-92df-f27374a8bd58",
        "e48ece36-62e2-4504-bad9-02848725956a",
        "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsUnknown(string text) => text.Length == Unknown.Length && Unknowns.Contains(text);
}
