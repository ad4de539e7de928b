using FsCheck;
using FsCheck.Fluent;
using Strata.Platform.Reports;

namespace Strata.Platform.Tests.Reports;

public sealed class LayeredLayoutTests
{
    [Fact]
    public void Each_node_is_right_of_all_it_comes_after_and_alone_at_its_place()
    {
        // A pair of numbers is an arrow from the smaller to the larger: no circles.
        Prop.ForAll(ArbMap.Default.ArbFor<(byte From, byte To)[]>(), pairs =>
        {
            var edges = pairs.Select(pair => (From: pair.From % 20, To: pair.To % 20)).Where(pair => pair.From < pair.To).Distinct().ToList();
            var drawing = new Drawing(
                [.. Enumerable.Range(0, 20).Select(i => new DrawingNode($"n{i}", $"n{i}", "", "", null))],
                [.. edges.Select(edge => new DrawingEdge($"n{edge.From}", $"n{edge.To}"))]);
            var places = LayeredLayout.Of(drawing);
            Assert.Equal(20, places.Values.Distinct().Count());
            Assert.All(drawing.Edges, edge => Assert.True(places[edge.From].Column < places[edge.To].Column));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Steps_side_by_side_are_around_the_one_they_follow()
    {
        DrawingNode[] nodes = [.. new[] { "pull", "featurize", "train-a", "train-b", "compare" }.Select(name => new DrawingNode(name, name, "", "", null))];
        var places = LayeredLayout.Of(new Drawing(nodes, [new("pull", "featurize"), new("featurize", "train-a"), new("featurize", "train-b"), new("train-a", "compare"), new("train-b", "compare")]));
        Assert.Equal([(0.0, 0.0), (1, 0), (2, -0.5), (2, 0.5), (3, 0)], nodes.Select(node => places[node.Id]));
    }
}
