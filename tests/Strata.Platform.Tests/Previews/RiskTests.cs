using Strata.Graph;
using Strata.Planning;
using Strata.Platform.Previews;
using Strata.Platform.Secrets;

namespace Strata.Platform.Tests.Previews;

public sealed class RiskTests
{
    private static readonly ResourceFacts Facts = new() { ReplaceOnChange = ["name"], MayReplaceOnChange = ["region"], ReplaceUnknown = ["fresh"] };

    [Fact]
    public void Replacing_what_holds_data_is_blocked_and_names_the_property()
    {
        var risk = Change("aws:s3/bucket:Bucket", thing => thing.With("name", "a"), thing => thing.With("name", "b"));
        Assert.Equal((RiskKind.DataLoss, true), (risk.Kind, risk.IsBlocked));
        Assert.Contains("'name' replaces it", risk.Reason, StringComparison.Ordinal);
        Assert.Contains("add 'aws:s3/bucket:Bucket::thing' to 'strata:allowReplace'", risk.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_for_it_lets_it_pass()
    {
        var risk = Change("aws:s3/bucket:Bucket", thing => thing.With("name", "a"), thing => thing.With("name", "b"), "aws:s3/bucket:Bucket::thing");
        Assert.Equal((RiskKind.DataLoss, false), (risk.Kind, risk.IsBlocked));
    }

    [Theory]
    [InlineData("region", "only the provider can tell")]
    [InlineData("fresh", "is not known")]
    public void What_only_may_replace_is_said_and_not_blocked(string input, string says)
    {
        var risk = Change("aws:efs/fileSystem:FileSystem", thing => thing.With(input, "a"), thing => thing.With(input, "b"));
        Assert.Equal((RiskKind.DataLoss, false), (risk.Kind, risk.IsBlocked));
        Assert.Contains(says, risk.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_component_protects_holds_data_whatever_its_type()
    {
        var risk = Change("aws:new/thing:Thing", thing => thing.With("name", "a"), thing => thing.With("name", "b"), options: new ResourceOptions { RetainOnDelete = true });
        Assert.Equal(RiskKind.DataLoss, risk.Kind);
        Assert.Contains("stays in it", risk.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws:eks/cluster:Cluster", "name", RiskKind.Downtime)]
    [InlineData("aws:sns/topic:Topic", "name", RiskKind.None)]
    [InlineData("aws:rds/instance:Instance", "instanceClass", RiskKind.Downtime)]
    [InlineData("aws:sns/topic:Topic", "displayName", RiskKind.None)]
    public void Replacing_what_others_run_on_is_downtime(string type, string input, RiskKind kind) =>
        Assert.Equal(kind, Change(type, thing => thing.With(input, "a"), thing => thing.With(input, "b")).Kind);

    [Theory]
    [InlineData("kubernetes:apps/v1:StatefulSet", 1, "RollingUpdate", RiskKind.Downtime)]
    [InlineData("kubernetes:apps/v1:StatefulSet", 3, "RollingUpdate", RiskKind.None)]
    [InlineData("kubernetes:apps/v1:Deployment", 1, "RollingUpdate", RiskKind.None)]
    [InlineData("kubernetes:apps/v1:Deployment", 1, "Recreate", RiskKind.Downtime)]
    public void Restarting_the_only_pod_is_downtime(string type, int replicas, string strategy, RiskKind kind)
    {
        Assert.Equal(kind, Change(type, thing => thing.With("spec", Spec("a:1")), thing => thing.With("spec", Spec("a:2"))).Kind);

        Value Spec(string image) => new ValueMap { ["replicas"] = replicas, ["strategy"] = new ValueMap { ["type"] = strategy }, ["template"] = new ValueMap { ["image"] = image } };
    }

    [Theory]
    [InlineData("s3:GetObject", "s3:*", true)]
    [InlineData("s3:*", "s3:GetObject", true)]
    [InlineData("s3:GetObject", "s3:GetObject", false)]
    public void A_policy_that_allows_what_it_did_not_widens_access(string before, string after, bool widens)
    {
        var risk = Change("aws:iam/rolePolicy:RolePolicy", thing => thing.With("policy", Policy(before)).With("note", "a"), thing => thing.With("policy", Policy(after)).With("note", "b"));
        Assert.Equal(widens ? RiskKind.AccessWidened : RiskKind.None, risk.Kind);

        static Value Policy(string action) => Output.Json(new ValueMap { ["Statement"] = Value.List(new ValueMap { ["Effect"] = "Allow", ["Action"] = Value.List(action), ["Resource"] = "*" }) });
    }

    [Theory]
    [InlineData("10.0.0.0/8", "10.0.0.0/8 10.1.0.0/16", "'ingress[1].cidrBlocks' lets in [\"10.1.0.0/16\"].")]
    [InlineData("10.1.0.0/16", "10.0.0.0/8 10.1.0.0/16", "'ingress[0].cidrBlocks' lets in [\"10.0.0.0/8\"].")]
    [InlineData("10.0.0.0/8 10.1.0.0/16", "10.1.0.0/16", "It changes in place.")]
    public void One_more_rule_lets_in_and_one_fewer_does_not(string before, string after, string says)
    {
        Assert.Equal(says, Change("aws:ec2/securityGroup:SecurityGroup", thing => thing.With("ingress", Rules(before)), thing => thing.With("ingress", Rules(after))).Reason);

        static Value Rules(string from) => Value.List(from.Split(' ').Select(cidr => (Value)new ValueMap { ["protocol"] = "tcp", ["fromPort"] = 443, ["toPort"] = 443, ["cidrBlocks"] = Value.List(cidr) }));
    }

    /// <summary>As a grant of its own is none, when it is on what comes with it.</summary>
    [Theory]
    [InlineData(false, RiskKind.None)]
    [InlineData(true, RiskKind.AccessWidened)]
    public void A_policy_that_allows_more_on_what_is_created_with_it_does_not(bool existed, RiskKind kind)
    {
        var plan = Planner.Plan(Stack(existed, "role"), Stack(true, "role", "bucket"));
        Assert.Equal(kind, Assert.Single(RiskAssessor.Assess(plan, new RiskSettings(new AllowedReplacements([]), false, [])), risk => risk.Operation is Update).Kind);

        static ResourceGraph Stack(bool hasBucket, params string[] statements)
        {
            var scope = new Scope();
            var bucket = new Thing("aws:s3/bucket:Bucket", "images");
            if (hasBucket)
            {
                scope.Add(bucket);
            }

            scope.Add(new Thing("aws:iam/rolePolicy:RolePolicy", "reader")).With("policy", Output.Json(new ValueMap
            {
                ["Statement"] = Value.List(statements.Select(on => (Value)new ValueMap { ["Effect"] = "Allow", ["Action"] = "s3:GetObject", ["Resource"] = on == "bucket" ? new ReferenceValue(bucket, "arn") : on })),
            }));
            return Graph(scope);
        }
    }

    /// <summary>Whatever it is: one that is created with it, or one that the statement was on before.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_policy_that_allows_more_on_all_but_one_thing_does(bool wasOnIt)
    {
        var risks = RiskAssessor.Assess(Planner.Plan(Stack("Resource", hasBucket: wasOnIt), Stack("NotResource", hasBucket: true)), new RiskSettings(new AllowedReplacements([]), false, []));
        Assert.Equal(RiskKind.AccessWidened, Assert.Single(risks, risk => risk.Operation is Update).Kind);

        static ResourceGraph Stack(string key, bool hasBucket)
        {
            var scope = new Scope();
            var bucket = new Thing("aws:s3/bucket:Bucket", "images");
            if (hasBucket)
            {
                scope.Add(bucket);
            }

            scope.Add(new Thing("aws:iam/rolePolicy:RolePolicy", "reader")).With("policy", Output.Json(new ValueMap
            {
                ["Statement"] = Value.List(new ValueMap { ["Effect"] = "Allow", ["Action"] = "s3:GetObject", [key] = hasBucket ? new ReferenceValue(bucket, "arn") : "role" }),
            }));
            return Graph(scope);
        }
    }

    [Fact]
    public void A_policy_that_only_denies_more_does_not()
    {
        var risk = Change("aws:iam/rolePolicy:RolePolicy", thing => thing.With("policy", Policy("s3:PutObject")), thing => thing.With("policy", Policy("s3:*")));
        Assert.Equal(RiskKind.None, risk.Kind);

        static Value Policy(string action) => Output.Json(new ValueMap { ["Statement"] = Value.List(new ValueMap { ["Effect"] = "Deny", ["Action"] = action, ["Resource"] = "*" }) });
    }

    [Theory]
    [InlineData("blockPublicPolicy", true, false, true)]
    [InlineData("blockPublicPolicy", false, true, false)]
    [InlineData("publiclyAccessible", false, true, true)]
    [InlineData("publiclyAccessible", true, false, false)]
    public void A_switch_for_the_public_widens_access_one_way(string input, bool before, bool after, bool widens) =>
        Assert.Equal(widens ? RiskKind.AccessWidened : RiskKind.None, Change("aws:x/thing:Thing", thing => thing.With(input, before), thing => thing.With(input, after)).Kind);

    [Fact]
    public void One_more_address_widens_access_and_one_less_does_not()
    {
        Assert.Equal(RiskKind.AccessWidened, Change("aws:x/group:Group", thing => thing.With("cidrBlocks", Value.List("10.0.0.0/8")), thing => thing.With("cidrBlocks", Value.List("10.0.0.0/8", "0.0.0.0/0"))).Kind);
        Assert.Equal(RiskKind.None, Change("aws:x/group:Group", thing => thing.With("cidrBlocks", Value.List("10.0.0.0/8", "0.0.0.0/0")), thing => thing.With("cidrBlocks", Value.List("10.0.0.0/8"))).Kind);
    }

    [Fact]
    public void A_grant_on_what_was_there_widens_access_and_one_on_what_comes_with_it_does_not()
    {
        var before = new Scope();
        before.Add(new Thing("aws:iam/role:Role", "old"));
        var after = new Scope();
        var old = after.Add(new Thing("aws:iam/role:Role", "old"));
        var fresh = after.Add(new Thing("aws:iam/role:Role", "new"));
        after.Add(new Thing("aws:iam/rolePolicy:RolePolicy", "on-old").With("role", old.GetOutput<string>("name")));
        after.Add(new Thing("aws:iam/rolePolicy:RolePolicy", "on-new").With("role", fresh.GetOutput<string>("name")));
        var risks = RiskAssessor.Assess(Planner.Plan(Graph(before), Graph(after)), new RiskSettings(new AllowedReplacements([]), false, []));
        Assert.Equal("on-old", Assert.Single(risks, risk => risk.Kind is RiskKind.AccessWidened).Operation.Resource.LogicalName);
    }

    [Theory]
    [InlineData("password", "hunter2hunter2", true)]
    [InlineData("env.DB_PASSWORD", "hunter2hunter2", true)]
    [InlineData("apiKey", "a1b2c3d4", true)]
    [InlineData("passwordSecretRef", "database-login", false)]
    [InlineData("secretName", "database-login", false)]
    [InlineData("note", "see ghp_abcdefghijklmnopqrstuvwx", true)]
    [InlineData("url", "postgres://me:hunter2hunter2@db/x", true)]
    [InlineData("url", "https://db.example/x", false)]
    [InlineData("token", "${secrets.TOKEN}", false)]
    [InlineData("manageMasterUserPassword", "true", false)]
    public void What_looks_like_a_secret_is_masked(string key, string text, bool masked) => Assert.Equal(masked, SecretText.Redact(key, text) != text);

    private static OperationRisk Change(string type, Action<Thing> before, Action<Thing> after, string? allowed = null, ResourceOptions? options = null)
    {
        var plan = Planner.Plan(Graph(before), Graph(after));
        return RiskAssessor.Assess(plan, new RiskSettings(new AllowedReplacements(allowed is null ? [] : [allowed]), false, []))[0];

        ResourceGraph Graph(Action<Thing> fill)
        {
            var scope = new Scope();
            fill(scope.Add(new Thing(type, "thing", options)));
            return RiskTests.Graph(scope);
        }
    }

    private static ResourceGraph Graph(Scope scope) => new("dev", scope.Resources, []);

    private sealed class Thing(string type, string name, ResourceOptions? options = null) : CustomResource(type, name, options)
    {
        public override ResourceFacts TypeFacts => Facts;

        public Thing With(string input, Value value)
        {
            Set(input, value);
            return this;
        }
    }
}
