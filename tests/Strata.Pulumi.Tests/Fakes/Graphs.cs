using Strata.Diagnostics;
using Strata.Graph;

namespace Strata.Tests.Pulumi.Fakes;

internal static class Graphs
{
    public static ResourceGraph Of(Action<Scope> fill, params IReadOnlyList<Property> outputs)
    {
        var scope = new Scope();
        fill(scope);
        var problems = new DiagnosticBag();
        var graph = GraphBuilder.Build("dev", scope, outputs, problems);
        Assert.Empty(problems);
        return graph;
    }

    public static Property Output(string name, Value value) => new(name, value);
}
