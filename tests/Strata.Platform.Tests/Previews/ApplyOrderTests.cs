using Strata.Platform.Previews;

namespace Strata.Platform.Tests.Previews;

public sealed class ApplyOrderTests
{
    [Fact]
    public void What_others_read_goes_first()
    {
        var waves = ApplyOrder.Waves(new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["b", "gone"], ["b"] = ["c"], ["c"] = [], ["d"] = ["c"] });
        Assert.Equal([("a", 2), ("b", 1), ("c", 0), ("d", 1)], waves.OrderBy(w => w.Key).Select(w => (w.Key, w.Value)));
    }

    [Fact]
    public void A_circle_ends()
    {
        var waves = ApplyOrder.Waves(new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["b"], ["b"] = ["a"] });
        Assert.Equal(2, waves.Count);
    }
}
