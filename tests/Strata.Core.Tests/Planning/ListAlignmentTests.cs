using FsCheck;
using FsCheck.Fluent;
using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Planning;
using Property = Strata.Graph.Property;

namespace Strata.Tests.Planning;

public sealed class ListAlignmentTests
{
    private static readonly ValueEquality Equality = new(ReferenceEquals);

    /// <summary>Texts that repeat, and objects with and without a name, that hold lists in turn.</summary>
    private static readonly Gen<Value> Elements = Gen.OneOf(
        Gen.Choose(0, 5).Select(n => (Value)$"t{n}"),
        from name in Gen.Choose(0, 4) from value in Gen.Choose(0, 2) select (Value)new ValueMap { ["name"] = $"n{name}", ["value"] = value },
        from a in Gen.Choose(0, 2) from b in Gen.Choose(0, 2) from inner in Gen.Choose(0, 3).ListOf()
        select (Value)new ValueMap { ["a"] = a, ["b"] = b, ["inner"] = Value.List(inner.Select(n => (Value)n)) });

    private static readonly Arbitrary<Value> Lists = Elements.ListOf().Select(items => Value.List(items)).ToArbitrary();

    [Fact]
    public void The_changes_turn_the_old_list_into_the_new_one() => Prop.ForAll(Lists, Lists, (before, after) =>
    {
        var changes = Diff(before, after);
        Assert.True(Equality.AreEqual(AppliedChanges.To(Input(before), changes), Input(after)), $"{ValueText.Of(before)} with\n{Text(changes)}\nis not {ValueText.Of(after)}");
        Assert.Equal(Equality.AreEqual(before, after), changes.Count == 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_stays_is_as_long_as_it_can_be() => Prop.ForAll(
        Gen.Choose(0, 4).ListOf().ToArbitrary(),
        Gen.Choose(0, 4).ListOf().ToArbitrary(),
        (before, after) =>
        {
            Value[] old = [.. before.Select(n => (Value)n)], now = [.. after.Select(n => (Value)n)];
            var same = ListAlignment.Of([.. old], [.. now], Equality.AreEqual).Count(pair => pair is { Before: >= 0, After: >= 0 } && Equality.AreEqual(old[pair.Before], now[pair.After]));
            Assert.Equal(LongestCommon([.. before], [.. after]), same);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Both_lists_are_read_once_and_in_order() => Prop.ForAll(Lists, Lists, (before, after) =>
    {
        var (a, b) = (((ListValue)before).Items, ((ListValue)after).Items);
        var pairs = ListAlignment.Of(a, b, Equality.AreEqual);
        Assert.Equal(Enumerable.Range(0, a.Length), pairs.Where(pair => pair.Before >= 0).Select(pair => pair.Before));
        Assert.Equal(Enumerable.Range(0, b.Length), pairs.Where(pair => pair.After >= 0).Select(pair => pair.After));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a b c", "b c", "- x[0]: a")]
    [InlineData("a b c", "a c", "- x[1]: b")]
    [InlineData("a b c", "a b b2 c", "+ x[2]: b2")]
    [InlineData("a b c", "a B c", "~ x[1]: b → B")]
    [InlineData("a b c d", "b c d a", "- x[0]: a|+ x[3]: a")]
    [InlineData("a b", "c", "- x[0]: a|- x[1]: b|+ x[0]: c")]
    [InlineData("a a a", "a a", "- x[2]: a")]
    public void Texts(string before, string after, string changes) =>
        Assert.Equal(changes.Split('|'), Lines(Value.List(before.Split(' ').Select(text => (Value)text)), Value.List(after.Split(' ').Select(text => (Value)text))));

    [Fact]
    public void A_statement_that_is_taken_out_is_one_change()
    {
        static Value Statement(string action, string resource) => new ValueMap { ["Effect"] = "Allow", ["Action"] = Value.List(action), ["Resource"] = resource };
        Assert.Equal(
            ["- x[0]: {Effect: Allow, Action: [s3:Get], Resource: lake}"],
            Lines(Value.List(Statement("s3:Get", "lake"), Statement("s3:Put", "lake"), Statement("kms:Decrypt", "key")), Value.List(Statement("s3:Put", "lake"), Statement("kms:Decrypt", "key"))));
    }

    [Fact]
    public void One_that_is_put_in_beside_one_that_changes_are_two_changes()
    {
        static Value Rule(string from, int port) => new ValueMap { ["cidr"] = from, ["port"] = port, ["protocol"] = "tcp" };
        Assert.Equal(
            ["+ x[0]: {cidr: 10.9.0.0/16, port: 22, protocol: tcp}", "~ x[1].port: 80 → 8080"],
            Lines(Value.List(Rule("10.0.0.0/16", 80), Rule("10.1.0.0/16", 443)), Value.List(Rule("10.9.0.0/16", 22), Rule("10.0.0.0/16", 8080), Rule("10.1.0.0/16", 443))));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("Sid")]
    [InlineData("key")]
    [InlineData("id")]
    public void An_element_is_known_by_what_names_it_also_when_all_else_of_it_changed(string key)
    {
        Value Named(string name, int value) => new ValueMap { [key] = name, ["value"] = value };
        Assert.Equal(
            [$"- x[0]: {{{key}: A, value: 1}}", "~ x[0].value: 2 → 5"],
            Lines(Value.List(Named("A", 1), Named("B", 2)), Value.List(Named("B", 5))));
    }

    [Fact]
    public void Another_name_and_another_value_is_another_element_and_another_name_alone_is_a_new_name()
    {
        static Value Named(string name, int value) => new ValueMap { ["name"] = name, ["value"] = value };
        Assert.Equal(["- x[0]: {name: A, value: 1}", "+ x[0]: {name: B, value: 2}"], Lines(Value.List(Named("A", 1)), Value.List(Named("B", 2))));
        Assert.Equal(["~ x[0].name: A → B"], Lines(Value.List(Named("A", 1)), Value.List(Named("B", 1))));
    }

    [Fact]
    public void The_path_is_the_new_one_and_the_former_one_is_kept()
    {
        static Value Named(string name, int value) => new ValueMap { ["name"] = name, ["value"] = Value.List(value) };
        var changes = Diff(Value.List(Named("A", 1), Named("B", 2)), Value.List(Named("B", 5)));
        Assert.Equal([(null, "x[0]"), ("x[1].value[0]", "x[0].value[0]")], changes.Select(change => (change.FormerPath?.ToString(), change.Path.ToString())));
    }

    [Theory]
    [InlineData(20_000, 20_001, 60_000)]
    [InlineData(5_000, 5_000, 20_000)]
    public void Long_lists_cost_little_more_than_their_length(int before, int after, int most)
    {
        var compared = 0;
        Value[] old = [.. Enumerable.Range(0, before).Select(n => (Value)n)];
        List<Value> now = before == after ? [.. Enumerable.Range(before, after).Select(n => (Value)n)] : [.. old];
        if (before != after)
        {
            now.Insert(before / 2, "new");
        }

        var pairs = ListAlignment.Of([.. old], [.. now], (a, b) => compared++ >= 0 && Equality.AreEqual(a, b));
        Assert.Equal(after, pairs.Count);
        Assert.InRange(compared, 0, most);
    }

    private static ObjectValue Input(Value list) => new([new Property("x", list)]);

    private static IReadOnlyList<PropertyChange> Diff(Value before, Value after) => new ValueDiff(Equality, _ => false).Of(Input(before).Properties, Input(after).Properties);

    private static IEnumerable<string> Lines(Value before, Value after) => Diff(before, after).Select(change => change switch
    {
        { Before: { } gone, After: null } => $"- {change.Path}: {Plain(gone)}",
        { Before: null, After: { } come } => $"+ {change.Path}: {Plain(come)}",
        { Before: { } old, After: { } now } => $"~ {change.Path}: {Plain(old)} → {Plain(now)}",
        _ => "",
    });

    private static string Plain(Value value) => ValueText.Of(value).Replace("\"", "", StringComparison.Ordinal);

    private static string Text(IEnumerable<PropertyChange> changes) =>
        string.Join('\n', changes.Select(change => $"{change.Path}: {(change.Before is null ? "–" : ValueText.Of(change.Before))} → {(change.After is null ? "–" : ValueText.Of(change.After))}"));

    private static int LongestCommon(int[] a, int[] b)
    {
        var best = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                best[i, j] = a[i - 1] == b[j - 1] ? best[i - 1, j - 1] + 1 : Math.Max(best[i - 1, j], best[i, j - 1]);
            }
        }

        return best[a.Length, b.Length];
    }
}
