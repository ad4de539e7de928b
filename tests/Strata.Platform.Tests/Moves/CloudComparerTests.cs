using Strata.Platform.Costs;
using Strata.Platform.Moves;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Stacks;

namespace Strata.Platform.Tests.Moves;

/// <summary>Every sample stack on every cloud.</summary>
public sealed class CloudComparerTests
{
    private static readonly HardwareCost NoHardware = new(null, null, null);

    private static readonly StackRepository Repository = new(new CaseFolder("stacks"));

    public static TheoryData<string> Stacks => [.. Repository.Names];

    [Theory]
    [MemberData(nameof(Stacks))]
    public void Every_component_is_made_or_says_why_not(string name)
    {
        var comparison = Compare(name, NoHardware);
        Assert.Empty(comparison.Here.Lost);
        Assert.All(comparison.Elsewhere, plan =>
        {
            Assert.Equal(comparison.Here.Components.Select(component => component.Name), plan.Components.Select(component => component.Name));
            Assert.All(plan.Components, component => Assert.Equal(component.Becomes is null, component.Refusals.Count > 0));
            Assert.All(plan.Lost.SelectMany(component => component.Refusals).Concat(plan.Steps), text => Assert.EndsWith(".", text, StringComparison.Ordinal));
            Assert.DoesNotContain(plan.Cost.Parts, part => part.What == "all of it");
        });
    }

    [Fact]
    public void What_moving_takes_says_the_price_of_reading_data_out()
    {
        var plan = Compare("fraud-dev", NoHardware).Elsewhere.Single(plan => plan.Cloud == Cloud.Gcp);
        Assert.Contains("How much that is no stack file says. Reading it out of AWS costs $0.09 a GB", plan.Steps[0], StringComparison.Ordinal);
        Assert.Equal("Google Cloud, europe-west3", plan.Place);
        Assert.Equal("storage Bucket", plan.Components.Single(component => component.Name == "storage.lake").Becomes);
        Assert.Contains("Use engine: vertex-workbench", Assert.Single(plan.Lost.Single(component => component.Name == "workspaces.studio").Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_belongs_to_the_component_that_has_it()
    {
        var plan = Compare("fraud-dev", NoHardware).Elsewhere.Single(plan => plan.Cloud == Cloud.Kubernetes);
        Assert.Contains("'events'", Assert.Single(plan.Lost.Single(component => component.Name == "storage.lake").Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public void Owned_hardware_costs_what_was_said_and_is_unknown_otherwise()
    {
        Assert.Null(Compare("fraud-dev", new HardwareCost(null, 100, 100)).Elsewhere.Single(plan => plan.Cloud == Cloud.Kubernetes).Hardware);
        Assert.Equal(5900, Compare("fraud-dev", new HardwareCost(4000, 900, 1000)).Elsewhere.Single(plan => plan.Cloud == Cloud.Kubernetes).Hardware);
        Assert.Contains(Compare("vision-onprem", NoHardware).Here.Cost.Parts, part => part is { What: "owned hardware", Monthly: null });
    }

    private static CloudComparison Compare(string name, HardwareCost hardware)
    {
        var stack = Repository.Find(name)!;
        return CloudComparer.Compare(stack, Repository, [.. Enum.GetValues<Cloud>().Where(cloud => cloud != stack.Config.Cloud)], PriceTable.BuiltIn, hardware);
    }
}
