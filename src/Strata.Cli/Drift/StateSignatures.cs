namespace Strata.Cli.Drift;

/// <summary>How an exported state marks values that are more than JSON.</summary>
/// <remarks>From sdk/go/common/resource/sig and pkg/resource/stack of the public repository pulumi/pulumi.</remarks>
internal static class StateSignatures
{
    /// <summary>An object that has this key is what the value there says.</summary>
    public const string Key = "4dabf18193072939515e22adb298388d";

    /// <summary>With <c>ciphertext</c>, or with <c>plaintext</c> after <c>pulumi stack export --show-secrets</c>.</summary>
    public const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    /// <summary>With <c>value</c>, when it is known.</summary>
    public const string Output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary>A text in the place of a value that is not known yet; of which there is one for each kind of value.</summary>
    public static bool IsUnknown(string text) => text is
        "04da6b54-80e4-46f7-96ec-b56ff0331ba9" or "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7" or "3eeb2bf0-c639-47a8-9e75-3b44932eb421"
        or "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2" or "030794c1-ac77-496b-92df-f27374a8bd58" or "e48ece36-62e2-4504-bad9-02848725956a"
        or "dd056dcd-154b-4c76-9bd3-c8f88648b5ff";
}
