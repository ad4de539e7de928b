// Writes the typed resources of src/Strata.Providers from the providers' schemas.
//
// To add resources, list their type tokens in src/Strata.Providers/manifest.json. To take a new provider version, change its
// version there. Then get the schemas and generate:
//
//     for p in aws gcp kubernetes; do pulumi package get-schema $p > schemas/$p.json; done
//     dotnet run --project src/Strata.Providers.Generator -- --schema schemas
//
// --check writes nothing and exits with 1 at the first difference. A package whose schema is not given stays as it is.
//
// Besides Pulumi's package schema the tool reads the format pulumi-input-facts/1, which the committed files come from. It knows
// more of what replaces a resource (which Kubernetes fields, which only sometimes, which lists of blocks) and nothing of the
// types of outputs.
//
// Left out: inputs that take an asset or an archive, because the graph's values are plain data, and deprecated inputs, so that
// nobody uses them by accident; the manifest's keepDeprecated brings one back.

using Strata.Generator;
using Strata.Generator.Model;
using Strata.Generator.Reading;

if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 64;
}

var manifest = Manifest.Parse(File.ReadAllText(arguments.Manifest));
var schemas = arguments.Schemas
    .SelectMany(path => Directory.Exists(path) ? Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal).ToArray() : [path])
    .Select(path => SchemaReader.Read(File.ReadAllText(path)))
    .OfType<PackageModel>()
    .ToList();
var generation = Generation.Of(manifest, schemas);
var folder = new GeneratedFolder(arguments.Output);

foreach (var missing in generation.Missing)
{
    Console.Error.WriteLine($"'{missing}' is in the manifest, but no schema has it.");
}

if (arguments.Check)
{
    if (folder.FirstDifference(generation.Parts, generation.Files) is { } difference)
    {
        Console.Error.WriteLine(difference);
        return 1;
    }

    Console.Error.WriteLine($"{generation.Files.Count} files are as generated.");
}
else
{
    var changes = folder.Write(generation.Parts, generation.Files);
    Console.Error.WriteLine($"{generation.Files.Count} files, {changes} changed.");
}

return generation.Missing.Count > 0 ? 1 : 0;
