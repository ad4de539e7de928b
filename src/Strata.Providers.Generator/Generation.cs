using Strata.Generator.Emitting;
using Strata.Generator.Model;

namespace Strata.Generator;

/// <summary>What one run makes: a pure function of schemas and manifest.</summary>
/// <param name="Parts">The top folders that the files replace: the packages whose schema was given.</param>
/// <param name="Missing">What the manifest lists and no schema has.</param>
public sealed record Generation(IReadOnlyList<string> Parts, IReadOnlyList<GeneratedFile> Files, IReadOnlyList<string> Missing)
{
    public static Generation Of(Manifest manifest, IReadOnlyList<PackageModel> schemas)
    {
        var pairs = manifest.Packages.Join(schemas, wanted => wanted.Name, schema => schema.Name, (wanted, schema) => (wanted, schema)).ToList();
        var files = pairs.SelectMany(pair => PackageEmitter.Emit(pair.schema, pair.wanted)).ToList();
        return new Generation(
            [.. files.Select(file => file.Path.Split('/')[0]).Distinct()],
            files,
            [.. pairs.SelectMany(pair => PackageEmitter.Missing(pair.schema, pair.wanted))]);
    }
}
