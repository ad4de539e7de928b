using Strata.Graph;
using Strata.Text;

namespace Strata.Tests.Graph;

/// <summary>Hand-written resources, and a small graph with one value of every kind.</summary>
internal static class Sample
{
    public sealed class Thing(string type, string name, ResourceOptions? options = null, ResourceFacts? facts = null) : CustomResource(type, name, options)
    {
        public override ResourceFacts TypeFacts => facts ?? ResourceFacts.None;

        public Thing With(string name, Value value)
        {
            Set(name, value);
            return this;
        }
    }

    public sealed class Provider(string package, string name) : ProviderResource(package, name, null)
    {
        public Provider With(string name, Value value)
        {
            Set(name, value);
            return this;
        }
    }

    private static readonly SourceText File = new("stacks/Pulumi.fraud-dev.yaml", "config:\n  strata:storage:\n    lake: { kind: objects }\n");

    public static SourceSpan LakeOrigin { get; } = new(File, File.Content.IndexOf("lake", StringComparison.Ordinal), File.Content.IndexOf(": {", StringComparison.Ordinal));

    public static ResourceGraph Graph()
    {
        var stack = new Scope();
        var aws = stack.Use(stack.Add(new Provider("aws", "aws").With("region", "eu-west-1")));
        var platform = stack.Add(new StackReference("platform-dev"));
        var caller = new Invoke("aws:index/getCallerIdentity:getCallerIdentity") { Provider = aws, Version = "7.48.0" };

        var storage = stack.AddComponent("strata:storage:ObjectStore", "lake", LakeOrigin);
        var bucket = storage.Add(new Thing("aws:s3/bucket:Bucket", "lake", new ResourceOptions { Protect = true, RetainOnDelete = true })
            .With("bucket", Output.Format($"strata-fraud-dev-lake-{caller.Get<string>("accountId")}"))
            .With("tags", new ValueMap { ["team"] = "fraud", ["cost ${centre}"] = "42\"" }));
        storage.Component!.Export("bucket", bucket.Id);
        storage.Add(new Thing("aws:s3/bucketVersioning:BucketVersioning", "lake")
            .With("bucket", bucket.Id)
            .With("versioningConfiguration", new ValueMap { ["status"] = "Enabled" }));
        storage.Add(new Thing("aws:s3/bucketPolicy:BucketPolicy", "lake", new ResourceOptions { Aliases = [new ResourceAlias(Name: "pond", ParentName: "")] })
            .With("bucket", bucket.Id)
            .With("policy", Output.Json(new ValueMap
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = Value.List(new ValueMap { ["Resource"] = Output.Format($"{bucket.GetOutput<string>("arn")}/*"), ["Effect"] = "Deny" }),
            })));

        var compute = stack.AddComponent("strata:compute:Cluster", "cluster");
        var role = compute.Add(new Thing("aws:iam/role:Role", "cluster.nodes")
            .With("assumeRolePolicy", Output.Json(new ValueMap { ["Version"] = "2012-10-17", ["Statement"] = Value.List() }))
            .With("maxSessionDuration", 3600)
            .With("forceDetachPolicies", true));
        compute.Add(new Thing("kubernetes:core/v1:Secret", "wandb", new ResourceOptions { DependsOn = [storage.Component!], IgnoreChanges = ["metadata.annotations"] })
            .With("metadata", new ValueMap { ["name"] = "wandb", ["annotations"] = new ValueMap { ["strata.dev/role"] = role.GetOutput<string>("arn") } })
            .With("stringData", new SecretValue(new ValueMap
            {
                ["key"] = Output.ConfigSecret("wandb"),
                ["password"] = "hunter2",
                ["dsn"] = Output.Format($"postgres://hunter2@{bucket.GetOutput<string>("websiteEndpoint")}"),
                ["config"] = Output.Json(new ValueMap { ["token"] = "hunter2", ["bucket"] = bucket.Id }),
                ["ttl"] = 2.5,
                ["known"] = Output.Json(new ValueMap { ["token"] = "hunter2" }),
            }.ToValue())));
        compute.Add(new Thing("aws:ec2/securityGroup:SecurityGroup", "cluster")
            .With("vpcId", platform.GetStackOutput<string>("vpc.id"))
            .With("description", Output.ConfigSecret("note")));

        var problems = new Strata.Diagnostics.DiagnosticBag();
        var graph = GraphBuilder.Build("fraud-dev", stack, [new Property("bucket", bucket.Id), new Property("apiKey", Output.ConfigSecret("wandb"))], problems);
        Assert.Empty(problems);
        return graph;
    }
}
