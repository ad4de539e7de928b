using Strata.Graph;
using Strata.Planning;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Stacks;

public sealed class RenamedComponentTests
{
    [Fact]
    public void Renaming_a_component_replaces_nothing_but_what_its_name_is_part_of()
    {
        var before = Graph("lake: { kind: objects, existing: acme-lake }\n    tables: { kind: warehouse }");
        var after = Graph("lake: { kind: objects, existing: acme-lake }\n    numbers: { kind: warehouse, renamedFrom: tables }");
        var plan = Planner.Plan(before, after);
        Assert.DoesNotContain(plan.Operations, o => o.Kind is OperationKind.Create or OperationKind.Delete);
    }

    private static ResourceGraph Graph(string storage)
    {
        var files = new StackFolder
        {
            ["Pulumi.dev.yaml"] = $"config:\n  aws:region: eu-west-1\n  strata:team: fraud\n  strata:environment: dev\n  strata:cloud: aws\n  strata:storage:\n    {storage}\n",
        };
        var (graph, diagnostics) = new StackRepository(files).Expand("dev");
        Assert.Empty(diagnostics);
        return graph!;
    }
}
