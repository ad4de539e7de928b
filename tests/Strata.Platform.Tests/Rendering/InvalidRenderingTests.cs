using Strata.Diagnostics;
using Strata.Platform.Rendering;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Stacks;
using Strata.Templating;
using Strata.Text;

namespace Strata.Platform.Tests.Rendering;

/// <summary>
/// Stacks of which no files can be made, and templates of a team that are broken or hostile. A case is a folder of
/// tests/Golden/invalid-rendering laid out like stacks/, with the team's own templates below teams/.
/// </summary>
public sealed class InvalidRenderingTests
{
    public static TheoryData<string> Cases => Golden.Cases("invalid-rendering");

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_cannot_be_rendered_says_why_and_nothing_is_written(string name)
    {
        var root = $"tests/Golden/invalid-rendering/{name}";
        var (files, diagnostics, _) = new StackRepository(new CaseFolder(root)).Render("dev", team => new TemplateLibrary(new TeamTemplates(Repository.PathOf($"{root}/teams/{team}/templates"))));
        var found = new DiagnosticBag();
        found.AddRange(diagnostics);
        var folder = new MemoryFolder();
        Assert.Null(files is null ? null : RenderPlanner.Plan(files, folder, [], found));
        Assert.Empty(folder.Files);
        Golden.Check($"invalid-rendering/{name}/diagnostics.txt", string.Concat(found.Sorted().Select(problem => $"{problem}\n")));
    }

    /// <summary>A team's own templates in the place of those of the same name, as the command line finds them.</summary>
    private sealed class TeamTemplates(string folder) : ITemplateLoader
    {
        private readonly RepositoryTemplates _others = new();

        public IReadOnlyCollection<string> Names => _others.Names;

        public SourceText? Load(string name) =>
            Path.Combine(folder, name) is var file && !name.Contains("..", StringComparison.Ordinal) && File.Exists(file) ? new SourceText($"templates/{name}", File.ReadAllText(file)) : _others.Load(name);
    }
}
