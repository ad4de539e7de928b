namespace Strata.Generator;

/// <summary>The command line.</summary>
/// <param name="Schemas">Schema files, or folders whose <c>*.json</c> are tried.</param>
public sealed record Arguments(IReadOnlyList<string> Schemas, string Manifest, string Output, bool Check)
{
    public const string Usage = "Usage: --schema FILE_OR_FOLDER... [--manifest src/Strata.Providers/manifest.json] [--out src/Strata.Providers/Generated] [--check]";

    /// <returns>Null when the arguments are wrong.</returns>
    public static Arguments? Parse(IReadOnlyList<string> words)
    {
        var parsed = new Arguments([], "src/Strata.Providers/manifest.json", "src/Strata.Providers/Generated", false);
        string? option = null;
        foreach (var word in words)
        {
            (var next, option) = (option, word) switch
            {
                (_, "--check") => (parsed with { Check = true }, null),
                (_, "--schema" or "--manifest" or "--out") => (parsed, word),
                (_, ['-', ..]) => ((Arguments?)null, null),
                ("--schema", _) => (parsed with { Schemas = [.. parsed.Schemas, word] }, option),
                ("--manifest", _) => (parsed with { Manifest = word }, null),
                ("--out", _) => (parsed with { Output = word }, null),
                _ => (null, null),
            };
            if (next is null)
            {
                return null;
            }

            parsed = next;
        }

        return parsed.Schemas.Count > 0 && option is (null or "--schema") ? parsed : null;
    }
}
