using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Stacks;

public sealed class ReleasedStackTests
{
    private const string Stack = "config: { 'aws:region': eu-central-1, 'strata:organization': acme, 'strata:team': a, 'strata:environment': dev, 'strata:cloud': aws }";

    private readonly StackRepository _stacks = new(new StackFolder { ["Pulumi.a.yaml"] = Stack, ["Pulumi.b.yaml"] = Stack });

    [Fact]
    public void A_stack_that_is_released_is_the_same_when_it_is_asked_for_again()
    {
        var before = _stacks.Bind("a")!;
        _stacks.Release("a");
        var after = _stacks.Bind("a")!;
        Assert.NotSame(before, after);
        Assert.Equal(before.Diagnostics.Select(d => d.ToString()), after.Diagnostics.Select(d => d.ToString()));
        Assert.Equal("a", after.Model!.Name);
    }

    [Fact]
    public void One_that_others_asked_for_is_kept()
    {
        var shared = _stacks.Find("b");
        _stacks.Release("b");
        Assert.NotNull(shared);
        Assert.Same(shared, _stacks.Find("b"));
    }
}
