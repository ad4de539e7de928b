using FsCheck;
using FsCheck.Fluent;
using Strata.Graph;
using Strata.Planning;
using Strata.Tests.Graph;
using static Strata.Tests.Graph.Sample;
using Property = Strata.Graph.Property;

namespace Strata.Tests.Planning;

public sealed class PlannerTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Policy = "aws:s3/bucketPolicy:BucketPolicy";

    private static readonly ResourceFacts BucketFacts = new()
    {
        ReplaceOnChange = ["bucket", "rules[*].id"],
        ReplaceOnPresence = ["logging", "disks"],
        MayReplaceOnChange = ["region"],
        ReplaceUnknown = ["fresh"],
    };

    [Fact]
    public void Against_nothing_everything_is_created()
    {
        var graph = Sample.Graph();
        var plan = Planner.Plan(null, graph);
        Assert.All(plan.Operations, operation => Assert.IsType<Create>(operation));
        Assert.Equal(graph.Resources.Where(resource => resource is not StackReference), plan.Operations.Select(operation => operation.Resource));
        Assert.Equal("7 to create", plan.Counts.ToString());
    }

    [Fact]
    public void Planned_twice_is_empty()
    {
        var plan = Planner.Plan(Sample.Graph(), Sample.Graph());
        Assert.Equal(0, plan.Counts.Changes);
        Assert.Empty(plan.Outputs);
        Assert.Equal(plan.Counts, PlanNode.RootsOf(plan).Aggregate(default(PlanCounts), (sum, node) => sum + node.Counts));
    }

    [Theory]
    [InlineData("tags", Replacement.No, OperationKind.Update)]
    [InlineData("fresh", Replacement.Unknown, OperationKind.Update)]
    [InlineData("region", Replacement.Conditional, OperationKind.Update)]
    [InlineData("bucket", Replacement.Certain, OperationKind.Replace)]
    public void The_facts_decide_between_update_and_replace(string input, Replacement replacement, OperationKind kind)
    {
        var operation = Change(bucket => bucket.With(input, "a"), bucket => bucket.With(input, "b"));
        Assert.Equal(kind, operation.Kind);
        Assert.Equal(replacement, operation.Replacement);
        Assert.Equal(input, Assert.Single(operation.Changes).Path.ToString());
    }

    [Fact]
    public void A_change_around_or_inside_a_place_that_replaces_replaces()
    {
        var rules = Value.List(new ValueMap { ["id"] = "a", ["days"] = 3 });
        Assert.Equal(Replacement.Certain, Change(b => b, b => b.With("rules", rules)).Replacement);
        Assert.Equal(Replacement.Certain, Change(b => b.With("rules", rules), b => b.With("rules", Value.List())).Replacement);
        Assert.Equal(Replacement.No, Change(b => b.With("rules", rules), b => b.With("rules", Value.List(new ValueMap { ["days"] = 4, ["id"] = "a" }))).Replacement);
        Assert.Equal(Replacement.No, Change(b => b, b => b.With("rules", Value.List(new ValueMap { ["days"] = 4 }))).Replacement);
    }

    [Fact]
    public void A_block_that_replaces_by_its_presence_replaces_when_it_comes_or_goes()
    {
        static Value Block(int size) => new ValueMap { ["size"] = size };
        Assert.Equal(Replacement.Certain, Change(b => b, b => b.With("logging", Block(1))).Replacement);
        Assert.Equal(Replacement.No, Change(b => b.With("logging", Block(1)), b => b.With("logging", Block(2))).Replacement);
        Assert.Equal(Replacement.No, Change(b => b.With("logging", Block(1)), b => b.With("logging", new ValueMap())).Replacement);
        Assert.Equal(Replacement.Certain, Change(b => b.With("disks", Value.List(Block(1))), b => b.With("disks", Value.List(Block(1), Block(2)))).Replacement);
        Assert.Equal(Replacement.No, Change(b => b.With("disks", Value.List(Block(1))), b => b.With("disks", Value.List(Block(2)))).Replacement);
    }

    /// <summary>A provider compares place by place, however a list's changes are shown.</summary>
    [Fact]
    public void What_comes_or_goes_in_a_list_replaces_when_that_list_place_by_place_does()
    {
        static Value Disk(int size) => new ValueMap { ["size"] = size, ["type"] = "ssd", ["zone"] = "a" };
        static Value Rule(string? id, int days) => new ValueMap { ["id"] = id is null ? null : (Value)id, ["days"] = days };
        static Kept List(string input, Value[] before, Value[] after) => Change(b => b.With(input, Value.List(before)), b => b.With(input, Value.List(after)));
        Assert.Equal(Replacement.No, List("disks", [Disk(1), Disk(2)], [Disk(2), Disk(3)]).Replacement);
        Assert.Equal(Replacement.Certain, List("disks", [Disk(1), Disk(2)], [Disk(2)]).Replacement);
        Assert.Equal(Replacement.Certain, List("rules", [Rule(null, 1), Rule("a", 2)], [Rule("a", 2)]).Replacement);
        Assert.Equal(Replacement.No, List("rules", [Rule("a", 1), Rule("a", 2)], [Rule("a", 2), Rule("a", 3)]).Replacement);
        Assert.Equal(Replacement.No, List("tags", [Rule("a", 1), Rule("b", 2)], [Rule("b", 2)]).Replacement);
    }

    [Fact]
    public void Whether_a_change_of_lists_replaces_is_what_it_is_place_by_place()
    {
        var elements = from id in Gen.Choose(0, 3) from days in Gen.Choose(0, 2) from size in Gen.Choose(0, 1)
                       select new[] { id == 0 ? null : new Property("id", $"i{id}"), new Property("days", days), (Property?)new Property("size", size) };
        var lists = elements.Select(properties => (Value)new ObjectValue([.. properties.OfType<Property>()])).ListOf().Select(items => Value.List(items)).ToArbitrary();
        var facts = BucketFacts with { MayReplaceOnChange = ["rules[*].size"] };
        Prop.ForAll(lists, lists, Gen.Elements("rules", "disks", "tags").ToArbitrary(), (before, after, input) =>
        {
            Property[] old = [new(input, before)], now = [new(input, after)];
            Replacement Of(bool byPlace)
            {
                var (shown, provider) = (Diff(byPlace), Diff(true));
                return ReplacementFacts.Mark(shown.Of(old, now), () => provider.Of(old, now), facts).Select(change => change.Replacement).DefaultIfEmpty().Max();
            }

            Assert.Equal(Of(byPlace: true), Of(byPlace: false));
        }).QuickCheckThrowOnFailure();

        static ValueDiff Diff(bool byPlace) => new(new ValueEquality(ReferenceEquals), _ => false) { ByPlace = byPlace };
    }

    [Fact]
    public void Changes_are_found_at_their_deepest_place()
    {
        static Value Document(string effect) => Output.Json(new ValueMap { ["Statement"] = Value.List(new ValueMap { ["Effect"] = effect, ["Action"] = "*" }) });
        var operation = Change(
            b => b.With("policy", Document("Allow")).With("tags", new ValueMap { ["a.b/c"] = "1", ["gone"] = "x" }),
            b => b.With("policy", Document("Deny")).With("tags", new ValueMap { ["a.b/c"] = "2", ["come"] = "y" }));
        Assert.Equal(["policy.Statement[0].Effect", "tags[\"a.b/c\"]", "tags.come", "tags.gone"], operation.Changes.Select(change => change.Path.ToString()));
    }

    [Fact]
    public void The_order_of_keys_does_not_matter()
    {
        var operation = Change(
            b => b.With("tags", new ValueMap { ["a"] = 1, ["b"] = 2 }).With("secret", new SecretValue(new ValueMap { ["a"] = 1, ["b"] = 2 })),
            b => b.With("secret", new SecretValue(new ValueMap { ["b"] = 2, ["a"] = 1 })).With("tags", new ValueMap { ["b"] = 2, ["a"] = 1 }));
        Assert.IsType<Same>(operation);
    }

    [Fact]
    public void Ignored_changes_are_left_out()
    {
        static Thing With(Thing bucket, int size, string name) => bucket.With("scaling", new ValueMap { ["size"] = size, ["name"] = name });
        var options = new ResourceOptions { IgnoreChanges = ["scaling.size"] };
        Assert.IsType<Same>(Change(b => With(b, 1, "a"), b => With(b, 2, "a"), options));
        Assert.Equal("scaling.name", Assert.Single(Change(b => With(b, 1, "a"), b => With(b, 2, "b"), options).Changes).Path.ToString());
    }

    [Fact]
    public void A_replaced_target_replaces_what_must_follow_it()
    {
        static ResourceGraph Stack(string name)
        {
            var scope = new Scope();
            var bucket = scope.Add(new Thing(Bucket, "lake", facts: BucketFacts).With("bucket", name));
            scope.Add(new Thing(Policy, "lake", facts: new() { ReplaceOnChange = ["bucket"] })
                .With("bucket", bucket.Id).With("policy", Output.Format($"{bucket.Id}/*")));
            scope.Add(new Thing("aws:iam/role:Role", "reader").With("policy", Output.Json(new ValueMap { ["Resource"] = bucket.Id })));
            return new ResourceGraph("dev", scope.Resources, [new Property("lake", bucket.Id)]);
        }

        var plan = Planner.Plan(Stack("a"), Stack("b"));
        Assert.Equal([OperationKind.Replace, OperationKind.Replace, OperationKind.Update], plan.Operations.Select(o => o.Kind));
        var follower = Assert.IsType<Replace>(plan.Operations[1]);
        Assert.All(follower.Changes, change => Assert.Equal(ChangeCause.TargetReplaced, change.Cause));
        Assert.Equal("lake", Assert.Single(plan.Outputs).Path.ToString());
    }

    [Fact]
    public void An_alias_keeps_a_renamed_component_and_all_in_it()
    {
        static ResourceGraph Stack(string name, string type, params ResourceAlias[] aliases)
        {
            var stack = new Scope();
            var scope = stack.AddComponent(type, name, options: new ResourceOptions { Aliases = aliases });
            var bucket = scope.Add(new Thing(Bucket, $"{name}-data"));
            scope.Add(new Thing(Policy, $"{name}-policy").With("bucket", bucket.Id));
            return new ResourceGraph("dev", stack.Resources, []);
        }

        var former = Stack("lake", "strata:storage:Objects");
        var plan = Planner.Plan(former, Stack("pond", "strata:storage:ObjectStore", new ResourceAlias(Name: "lake", Type: "strata:storage:Objects")));
        Assert.All(plan.Operations, operation => Assert.IsType<Same>(operation));
        Assert.Equal("strata:storage:Objects$aws:s3/bucket:Bucket::lake-data", Assert.IsType<Same>(plan.Operations[1]).FormerIdentity);
        Assert.Equal(new PlanCounts(2, 0, 0, 2, 0), Planner.Plan(former, Stack("pond", "strata:storage:Objects")).Counts);
    }

    [Fact]
    public void An_alias_with_another_parent_keeps_a_moved_resource()
    {
        static ResourceGraph Stack(bool inside, params ResourceAlias[] aliases)
        {
            var stack = new Scope();
            var lake = stack.AddComponent("strata:storage:ObjectStore", "lake");
            (inside ? lake : stack).Add(new Thing(Bucket, "data", new ResourceOptions { Aliases = aliases }));
            return new ResourceGraph("dev", stack.Resources, []);
        }

        Assert.IsType<Same>(Planner.Plan(Stack(true), Stack(false, new ResourceAlias(ParentName: "lake"))).Operations[1]);
        Assert.IsType<Same>(Planner.Plan(Stack(false), Stack(true, new ResourceAlias(ParentName: ""))).Operations[1]);
        Assert.IsType<Create>(Planner.Plan(Stack(false), Stack(true)).Operations[1]);
    }

    [Fact]
    public void Deletes_come_last_and_dependents_first()
    {
        var scope = new Scope();
        var bucket = scope.Add(new Thing(Bucket, "lake", new ResourceOptions { Protect = true }));
        scope.Add(new Thing(Policy, "lake", new ResourceOptions { RetainOnDelete = true }).With("bucket", bucket.Id));
        var plan = Planner.Plan(new ResourceGraph("dev", scope.Resources, []), new ResourceGraph("dev", [], []));
        Assert.Equal([Policy, Bucket], plan.Operations.Select(operation => operation.Resource.TypeToken));
        Assert.True(Assert.IsType<Delete>(plan.Operations[0]).IsRetained);
        Assert.True(plan.Operations[1].IsRefused);
    }

    [Fact]
    public void Any_change_between_two_graphs_turns_one_into_the_other() => Prop.ForAll(
        Gen.Choose(0, 31).ArrayOf().ToArbitrary(),
        Gen.Choose(0, 31).ArrayOf().ToArbitrary(),
        (before, after) =>
        {
            var (old, now) = (Stack(before), Stack(after));
            var plan = Planner.Plan(old, now);
            var gone = plan.Operations.OfType<Delete>().Select(o => o.Resource).Concat(plan.Operations.OfType<Kept>().Select(o => o.Before));
            Assert.Equal(old.Resources.ToHashSet(), gone.ToHashSet());
            Assert.Equal(now.Resources, plan.Operations.Where(o => o is not Delete).Select(o => o.Resource));
            Assert.Equal(before.Distinct().Order().SequenceEqual(after.Distinct().Order()), plan.Counts.Changes == 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_preview_against_nothing_is_as_accepted() => Golden.Check("formats/plan-create.txt", Preview(Planner.Plan(null, Sample.Graph())));

    [Fact]
    public void The_preview_of_changes_is_as_accepted()
    {
        Golden.Check("formats/plan-change.txt", Preview(Planner.Plan(Before(), After())));

        static ResourceGraph Before()
        {
            var stack = new Scope();
            var lake = stack.AddComponent("strata:storage:ObjectStore", "lake");
            var bucket = lake.Add(new Thing(Bucket, "lake", new ResourceOptions { Protect = true }, BucketFacts).With("bucket", "a").With("tags", new ValueMap { ["team"] = "fraud" }));
            lake.Add(new Thing(Policy, "lake").With("bucket", bucket.Id));
            lake.Add(new Thing("aws:s3/bucketMetric:BucketMetric", "lake").With("bucket", bucket.Id));
            stack.Add(new Thing(Bucket, "scratch", facts: BucketFacts).With("region", "eu-west-1").With("token", Output.Secret<string>("hunter1")));
            stack.AddComponent("strata:storage:ObjectStore", "old").Add(new Thing(Bucket, "old", new ResourceOptions { RetainOnDelete = true }));
            return new ResourceGraph("dev", stack.Resources, []);
        }

        static ResourceGraph After()
        {
            var stack = new Scope();
            var lake = stack.AddComponent("strata:storage:ObjectStore", "lake");
            var bucket = lake.Add(new Thing(Bucket, "lake", new ResourceOptions { Protect = true, DeleteBeforeReplace = true }, BucketFacts).With("bucket", "b").With("tags", new ValueMap { ["team"] = "risk", ["cost"] = "42" }));
            lake.Add(new Thing(Policy, "lake").With("bucket", bucket.Id));
            lake.Add(new Thing("aws:s3/bucketVersioning:BucketVersioning", "lake").With("bucket", bucket.Id));
            stack.Add(new Thing(Bucket, "scratch", facts: BucketFacts).With("region", "eu-west-2").With("token", Output.Secret<string>("hunter2")));
            return new ResourceGraph("dev", stack.Resources, [new Property("lake", bucket.Id)]);
        }
    }

    private static string Preview(Plan plan)
    {
        using var writer = new StringWriter();
        PlanText.Write(writer, plan, new PlanTextOptions { Width = 100 });
        Assert.DoesNotContain("hunter", writer.ToString(), StringComparison.Ordinal);
        return writer.ToString();
    }

    private static Kept Change(Func<Thing, Thing> before, Func<Thing, Thing> after, ResourceOptions? options = null)
    {
        ResourceGraph Stack(Func<Thing, Thing> set) => new("dev", [set(new Thing(Bucket, "lake", options, BucketFacts))], []);
        return Assert.IsAssignableFrom<Kept>(Assert.Single(Planner.Plan(Stack(before), Stack(after)).Operations));
    }

    private static ResourceGraph Stack(int[] numbers) =>
        new("dev", [.. numbers.Distinct().Select(n => new Thing(Bucket, $"b{n / 4}-{n % 4}").With("n", n))], []);
}
