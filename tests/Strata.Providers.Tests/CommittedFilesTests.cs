using System.Reflection;
using System.Runtime.CompilerServices;
using Strata.Generator;
using Strata.Generator.Model;
using Strata.Graph;
using Xunit.Abstractions;

namespace Strata.Tests.Providers;

public sealed class CommittedFilesTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<Resource> Generated =
    [
        .. typeof(Aws.Provider).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Resource)) && type.GetConstructor([typeof(string), typeof(ResourceOptions)]) is not null)
            .Select(type => (Resource)Activator.CreateInstance(type, "name", null)!),
    ];

    [Fact]
    public void They_are_what_the_generator_writes()
    {
        if (Schemas() is not { } schemas)
        {
            return;
        }

        var generation = Generation.Of(Manifest(), schemas);

        Assert.Empty(generation.Missing);
        Assert.Null(new GeneratedFolder(StagedSchemas.Up("src/Strata.Providers/Generated")!).FirstDifference(generation.Parts, generation.Files));
    }

    [Fact]
    public void Every_required_input_is_a_required_member_and_no_other_is()
    {
        if (Schemas() is not { } schemas)
        {
            return;
        }

        var models = schemas.SelectMany(schema => schema.Resources.Values).ToDictionary(resource => resource.Token);
        foreach (var resource in Generated.Where(resource => models.ContainsKey(resource.TypeToken)))
        {
            var required = models[resource.TypeToken].Inputs.Count(input => input.Required);
            Assert.Equal((resource.TypeToken, required), (resource.TypeToken, RequiredMembers(resource.GetType())));
        }
    }

    [Fact]
    public void The_manifest_is_sorted_and_has_no_token_twice()
    {
        foreach (var package in Manifest().Packages)
        {
            Assert.Equal(package.Resources.Distinct().Order(StringComparer.Ordinal), package.Resources);
        }
    }

    [Fact]
    public void Every_resource_of_the_manifest_has_a_class_and_asks_for_its_plugin()
    {
        var byToken = Generated.ToDictionary(resource => resource.TypeToken);
        foreach (var package in Manifest().Packages)
        {
            Assert.All(package.Resources, token => Assert.Equal(package.Version, byToken[token].TypeFacts.PluginVersion));
            Assert.Equal(package.Version, byToken[$"pulumi:providers:{package.Name}"].TypeFacts.PluginVersion);
        }
    }

    private static int RequiredMembers(Type type) => type.GetProperties().Count(property => property.GetCustomAttribute<RequiredMemberAttribute>() is not null);

    private static Manifest Manifest() => Strata.Generator.Manifest.Parse(File.ReadAllText(StagedSchemas.Up("src/Strata.Providers/manifest.json")!));

    private IReadOnlyList<PackageModel>? Schemas()
    {
        if (StagedSchemas.All.Value is null)
        {
            output.WriteLine("Skipped: there is no folder shared/schemas above the tests.");
        }

        return StagedSchemas.All.Value;
    }
}
