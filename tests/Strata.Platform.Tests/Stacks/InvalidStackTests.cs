using Strata.Diagnostics;
using Strata.Platform.Stacks;

namespace Strata.Platform.Tests.Stacks;

/// <summary>Broken stack files, each with its problems under its lines. A case is a folder of tests/Golden/invalid laid out like stacks/.</summary>
public sealed class InvalidStackTests
{
    public static TheoryData<string> Cases => Golden.Cases("invalid");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_broken_stack_is_told_all_that_is_wrong_with_it(string name)
    {
        var files = new CaseFolder($"tests/Golden/invalid/{name}");
        var repository = new StackRepository(files);
        var diagnostics = new DiagnosticBag();
        foreach (var stack in repository.Names)
        {
            var (graph, found) = repository.Expand(stack);
            diagnostics.AddRange(found);
            Assert.True(graph is null || found.All(d => d.Severity != Severity.Error), $"'{stack}' has errors and a graph.");
        }

        diagnostics.AddRange(repository.CheckTogether());
        Assert.True(diagnostics.Count > 0, $"Nothing is wrong with '{name}'.");
        Golden.Check($"invalid/{name}/diagnostics.txt", AnnotatedSource.Of(files, diagnostics.Sorted()));
    }

    [Fact]
    public void There_are_at_least_sixty_cases() => Assert.True(Cases.Count >= 60);
}
