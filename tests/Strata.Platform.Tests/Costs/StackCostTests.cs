using Strata.Diagnostics;
using Strata.Platform.Costs;
using Strata.Platform.Previews;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Policies;
using Strata.Platform.Tests.Stacks;
using Strata.Text;

namespace Strata.Platform.Tests.Costs;

public sealed class StackCostTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    private static readonly StackRepository Repository = new(new CaseFolder("stacks"));

    public static TheoryData<string> Stacks => [.. Repository.Names];

    [Theory]
    [MemberData(nameof(Stacks))]
    public void What_is_not_known_says_what_is_missing_and_is_never_zero(string name)
    {
        var cost = CostOf(name);
        Assert.All(cost.Parts, part =>
        {
            Assert.Equal(part.Monthly is null, part.Missing is not null);
            Assert.True(part.Monthly is not { } range || (range.Low <= range.Expected && range.Expected <= range.High && range.High > 0), $"{part} is not between its limits.");
        });
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void The_components_of_a_stack_add_up_to_it(string name)
    {
        var cost = CostOf(name);
        Assert.Equal(cost.Known, cost.Components.Aggregate(CostRange.Zero, (sum, component) => sum + StackCost.Sum(component)));
    }

    [Fact]
    public void Without_prices_nothing_is_known_and_nothing_is_free()
    {
        var (model, graph) = RawGraph.Read(Stack("budget: { monthly: 10 }", 4));
        var none = PriceTable.With(new SourceText("stacks/prices.csv", PriceReader.Header), new DiagnosticBag());
        Assert.Equal(CostCalculator.Of(model, graph, PriceTable.BuiltIn).Known, CostCalculator.Of(model, graph, none).Known);
        var elsewhere = RawGraph.Read(Stack("budget: { monthly: 10 }", 4).Replace("eu-central-1", "mars-north-1", StringComparison.Ordinal));
        var part = Assert.Single(CostCalculator.Of(elsewhere.Model, elsewhere.Graph, PriceTable.BuiltIn).Parts);
        Assert.Equal((null, "the price of m7i.xlarge in mars-north-1"), (part.Monthly, part.Missing));
    }

    [Theory]
    [InlineData("budget: { monthly: 100 }", "STR793")]
    [InlineData("budget: { monthly: 500 }", "STR794")]
    [InlineData("budget: { monthly: 5000 }", null)]
    [InlineData("budget: { monthly: 5000, currency: EUR }", "STR797")]
    public void A_budget_is_held(string budget, string? code)
    {
        var (model, graph) = RawGraph.Read(Stack(budget, 4));
        Assert.Equal(code, BudgetChecker.Check(model, CostCalculator.Of(model, graph, PriceTable.BuiltIn), PriceTable.BuiltIn)?.Code);
    }

    [Fact]
    public void A_budget_in_another_currency_is_held_when_its_rate_is_known()
    {
        var prices = PriceTable.With(new SourceText("stacks/prices.csv", $"{PriceReader.Header}\n*,*,currency/EUR,each,1.1,contract,2026-01-01\n"), new DiagnosticBag());
        var (model, graph) = RawGraph.Read(Stack("budget: { monthly: 100, currency: EUR }", 4));
        Assert.Equal("STR793", BudgetChecker.Check(model, CostCalculator.Of(model, graph, prices), prices)?.Code);
    }

    [Fact]
    public void A_change_is_told_by_component()
    {
        var change = StackPreviewFindings.Between(RawGraph.Read(Stack("budget: { monthly: 100 }", 4)), RawGraph.Read(Stack("budget: { monthly: 100 }", 8)), PriceTable.BuiltIn, Today).Cost;
        Assert.Equal(176.295m, change.Delta.Expected);
        Assert.Equal(705.18m, change.Delta.High);
        Assert.Equal("stack", Assert.Single(change.Components).Component);
    }

    [Fact]
    public void Against_nothing_everything_is_new()
    {
        var side = RawGraph.Read(Stack("budget: { monthly: 100 }", 4));
        var created = StackPreviewFindings.Between(null, side, PriceTable.BuiltIn, Today);
        var deleted = StackPreviewFindings.Between(side, null, PriceTable.BuiltIn, Today);
        Assert.Equal(CostRange.Zero, created.Cost.Before);
        Assert.Equal(["STR750", "STR751"], created.New.Select(finding => finding.Code));
        Assert.Equal(["STR750", "STR751"], deleted.Mended.Select(finding => finding.Code));
        Assert.Equal(CostRange.Zero, deleted.Cost.After);
        Assert.Empty(StackPreviewFindings.Between(side, side, PriceTable.BuiltIn, Today).New);
    }

    private static StackCost CostOf(string name) => CostCalculator.Of(Repository.Bind(name)!.Model!, Repository.Expand(name).Graph!, PriceTable.BuiltIn);

    private static string Stack(string budget, int max) =>
        $"config:\n  aws:region: eu-central-1\n  strata:team: t\n  strata:environment: dev\n  strata:cloud: aws\n  strata:{budget}\n---\n- {{ type: aws:eks/nodeGroup:NodeGroup, name: general, inputs: {{ instanceTypes: [m7i.xlarge], scalingConfig: {{ minSize: 0, maxSize: {max} }} }} }}\n";
}
