using Strata.Graph;
using Strata.Pulumi;
using Strata.Pulumi.Codec;
using Strata.Tests.Pulumi.Fakes;
using ProtoStruct = Google.Protobuf.WellKnownTypes.Struct;
using ProtoValue = Google.Protobuf.WellKnownTypes.Value;

namespace Strata.Tests.Pulumi.Deployments;

public sealed class RegistrationTests
{
    private const string Prefix = "urn:pulumi:dev::strata::";

    [Fact]
    public async Task A_stack_is_registered_from_its_root_to_its_outputs()
    {
        var lake = new Thing("lake").With("tags", new ValueMap { ["team"] = "fraud" });
        var policy = new Thing("lake", type: "aws:s3/bucketPolicy:BucketPolicy").With("bucket", lake.Id).With("policy", Output.Json(new ValueMap { ["Resource"] = Output.Format($"{lake.Out("arn")}/*") }));
        var graph = Graphs.Of(
            scope =>
            {
                var store = scope.AddComponent("strata:storage:ObjectStore", "lake");
                store.Add(lake);
                store.Add(policy);
                store.Component!.Export("arn", lake.Out("arn"));
            },
            Graphs.Output("lake", lake.Out("arn")));

        var engine = await Runs.Good(new ModelEngine(), graph);

        Assert.Equal(ModelEngine.StackUrn, engine.Root);
        var registered = engine.Registrations.Single(r => r.Type == "aws:s3/bucketPolicy:BucketPolicy");
        Assert.Equal("lake-id", registered.Object.Fields["bucket"].StringValue);
        Assert.Equal("""{"Resource":"arn:aws:x/*"}""", registered.Object.Fields["policy"].StringValue);
        Assert.Equal([$"{Prefix}strata:storage:ObjectStore$aws:s3/bucket:Bucket::lake"], registered.Dependencies);
        Assert.Equal(registered.Dependencies, registered.PropertyDependencies["bucket"].Urns);
        Assert.Equal("arn:aws:x", engine.Outputs[$"{Prefix}strata:storage:ObjectStore::lake"].Fields["arn"].StringValue);
        Assert.Equal("arn:aws:x", engine.Outputs[ModelEngine.StackUrn].Fields["lake"].StringValue);
    }

    [Fact]
    public async Task What_will_be_known_later_is_unknown_in_a_preview()
    {
        var provider = new Provider("aws", "eu");
        var lake = new Thing("lake").With("bucket", (Value)"lake-1");
        var user = new Thing("user")
            .With("id", lake.Id)
            .With("name", lake.Out("bucket"))
            .With("text", Output.Format($"{lake.Out("arn")}/*"))
            .With("secret", Output.Secret<string>(lake.Out("arn")))
            .With("nested", new ValueMap { ["known"] = 1, ["list"] = Value.List(lake.Out("arn"), "x") });
        var graph = Graphs.Of(scope =>
        {
            scope.Use(scope.Add(provider));
            scope.Add(lake);
            scope.Add(user);
        });

        var engine = await Runs.Good(new ModelEngine { IsDryRun = true }, graph);

        var sent = engine["user"];
        Assert.Equal(Signatures.Unknown, sent.Object.Fields["id"].StringValue);
        Assert.Equal("lake-1", sent.Object.Fields["name"].StringValue);
        Assert.Equal(Signatures.Unknown, sent.Object.Fields["text"].StringValue);
        Assert.Equal(Signatures.Output, sent.Object.Fields["secret"].StructValue.Fields[Signatures.Key].StringValue);
        Assert.Equal(1, sent.Object.Fields["nested"].StructValue.Fields["known"].NumberValue);
        Assert.Equal(Signatures.Unknown, sent.Object.Fields["nested"].StructValue.Fields["list"].ListValue.Values[0].StringValue);
        Assert.Equal($"{Prefix}pulumi:providers:aws::eu::{Signatures.Unknown}", sent.Provider);
    }

    [Fact]
    public async Task Options_are_passed_on()
    {
        var facts = new ResourceFacts { PluginVersion = "7.48.0", SecretOutputs = ["password", "users[*].password"] };
        var options = new ResourceOptions { Protect = true, RetainOnDelete = true, DeleteBeforeReplace = true, Import = "lake-1", IgnoreChanges = ["tags.x", "size"] };
        var graph = Graphs.Of(scope =>
        {
            scope.Add(new Thing("all", options, facts: facts));
            scope.Add(new Thing("none"));
        });

        var engine = await Runs.Good(new ModelEngine(), graph);

        var all = engine["all"];
        Assert.True(all is { Protect: true, RetainOnDelete: true, DeleteBeforeReplace: true, DeleteBeforeReplaceDefined: true, ImportId: "lake-1", Version: "7.48.0" });
        Assert.Equal(["tags.x", "size"], all.IgnoreChanges);
        Assert.Equal(["password"], all.AdditionalSecretOutputs);
        var none = engine["none"];
        Assert.True(none is { HasProtect: true, Protect: false, HasRetainOnDelete: true, RetainOnDelete: false, DeleteBeforeReplaceDefined: false, ImportId: "", Version: "" });
    }

    [Fact]
    public async Task Inputs_that_are_null_are_left_out_and_nulls_inside_are_kept()
    {
        var thing = new Thing("x").With("gone", Value.Null).With("map", new ValueMap { ["kept"] = Value.Null }).With("empty", Value.List());

        var engine = await Runs.Good(new ModelEngine(), Graphs.Of(scope => scope.Add(thing)));

        Assert.Equal(["map", "empty"], engine["x"].Object.Fields.Keys);
        Assert.Equal(ProtoValue.KindOneofCase.NullValue, engine["x"].Object.Fields["map"].StructValue.Fields["kept"].KindCase);
    }

    [Fact]
    public async Task To_depend_on_a_component_is_to_depend_on_all_that_is_in_it()
    {
        var after = new Thing("after");
        var graph = Graphs.Of(scope =>
        {
            var outer = scope.AddComponent("strata:x:Outer", "outer");
            outer.Add(new Thing("first"));
            outer.AddComponent("strata:x:Inner", "inner").Add(new Thing("second"));
            scope.AddComponent("strata:x:Empty", "empty");
            scope.Add(new Thing("after", new ResourceOptions { DependsOn = [outer.Component!, .. scope.Resources.OfType<ComponentResource>().Where(c => c.LogicalName == "empty")] }).With("size", (Value)1));
        });

        var engine = await Runs.Good(new ModelEngine(), graph);

        Assert.Equal([$"{Prefix}strata:x:Outer$aws:s3/bucket:Bucket::first", $"{Prefix}strata:x:Outer$strata:x:Inner$aws:s3/bucket:Bucket::second"], engine["after"].Dependencies);
        Assert.Empty(engine["after"].PropertyDependencies["size"].Urns);
    }

    [Fact]
    public async Task Reading_an_output_of_a_component_is_to_depend_on_what_it_was_made_from()
    {
        var graph = Graphs.Of(scope =>
        {
            var store = scope.AddComponent("strata:x:Store", "store");
            var lake = store.Add(new Thing("lake"));
            store.Add(new Thing("other"));
            store.Component!.Export("arn", Output.Format($"{lake.Out("arn")}/*"));
            scope.Add(new Thing("after").With("arn", store.Component.GetOutput<string>("arn")));
        });

        var engine = await Runs.Good(new ModelEngine(), graph);

        Assert.Equal("arn:aws:x/*", engine["after"].Object.Fields["arn"].StringValue);
        Assert.Equal([$"{Prefix}strata:x:Store$aws:s3/bucket:Bucket::lake"], engine["after"].Dependencies);
    }

    [Fact]
    public async Task Resources_name_their_provider()
    {
        var graph = Graphs.Of(scope =>
        {
            scope.Use(scope.Add(new Provider("aws", "eu").With("region", (Value)"eu-west-1")));
            scope.Add(new Thing("lake"));
            scope.Add(new Thing("cluster", type: "gcp:container/cluster:Cluster"));
        });

        var engine = await Runs.Good(new ModelEngine(), graph);

        Assert.Equal($"{Prefix}pulumi:providers:aws::eu::eu-id", engine["lake"].Provider);
        Assert.Equal("", engine["cluster"].Provider);
        Assert.Equal("7.48.0", engine["eu"].Version);
        Assert.Equal("eu-west-1", engine["eu"].Object.Fields["region"].StringValue);
    }

    [Fact]
    public async Task A_component_that_its_plugin_fills_is_remote_and_is_waited_for_itself()
    {
        var graph = Graphs.Of(scope =>
        {
            var cluster = scope.AddComponent("strata:x:Cluster", "cluster");
            cluster.Use(cluster.Add(new Provider("kubernetes", "k8s")));
            cluster.Add(new Thing("chart", type: "kubernetes:helm.sh/v4:Chart", facts: new ResourceFacts { IsRemoteComponent = true, PluginVersion = "4.34.2" }));
            scope.Add(new Thing("after", new ResourceOptions { DependsOn = [cluster.Component!] }));
        });

        var engine = await Runs.Good(new ModelEngine(), graph);

        var chart = engine["chart"];
        var provider = $"{Prefix}strata:x:Cluster$pulumi:providers:kubernetes::k8s::k8s-id";
        Assert.Equal((false, true, "4.34.2", provider, provider), (chart.Custom, chart.Remote, chart.Version, chart.Provider, chart.Providers["kubernetes"]));
        Assert.Contains($"{Prefix}strata:x:Cluster$kubernetes:helm.sh/v4:Chart::chart", engine["after"].Dependencies);
    }

    [Fact]
    public async Task Former_names_are_told_by_name_type_and_parent()
    {
        var graph = Graphs.Of(scope =>
        {
            var old = scope.AddComponent("strata:x:Store", "old");
            var store = scope.AddComponent("strata:x:Store", "store", options: new ResourceOptions { Aliases = [new ResourceAlias("shop")] });
            store.Add(new Thing("lake", new ResourceOptions
            {
                Aliases = [new ResourceAlias("pond"), new ResourceAlias(Type: "aws:s3/bucketV2:BucketV2", ParentName: ""), new ResourceAlias(ParentName: "old"), new ResourceAlias(ParentName: "gone")],
            }));
        });

        var engine = await Runs.Good(new ModelEngine(), graph);

        Assert.Equal(
            [
                new() { Name = "pond", ParentUrn = $"{Prefix}strata:x:Store::store" },
                new() { Type = "aws:s3/bucketV2:BucketV2", NoParent = true },
                new() { ParentUrn = $"{Prefix}strata:x:Store::old" },
                new() { ParentUrn = $"{Prefix}strata:x:Store::gone" },
            ],
            engine["lake"].Aliases.Select(alias => alias.Spec));
        Assert.Equal([new() { Name = "shop", ParentUrn = ModelEngine.StackUrn }], engine["store"].Aliases.Select(alias => alias.Spec));
    }

    [Fact]
    public async Task Urns_are_known_before_the_engine_says_them()
    {
        var graph = Graphs.Of(scope =>
        {
            var inner = scope.AddComponent("strata:x:Outer", "outer").AddComponent("strata:x:Inner", "inner");
            inner.Add(new Thing("lake"));
            scope.Add(new Thing("top"));
        });
        var engine = await Runs.Good(new ModelEngine(), graph);

        var urns = graph.Resources.Select(resource => Urn.Of(resource, ModelEngine.Project, ModelEngine.Stack)).ToList();
        Assert.Equal($"{Prefix}strata:x:Outer$strata:x:Inner$aws:s3/bucket:Bucket::lake", urns[2]);
        Assert.Equal(urns.Append(ModelEngine.StackUrn).Order(), engine.Urns.Order());
    }

    [Fact]
    public async Task A_part_of_an_output_is_found_by_its_path()
    {
        var lake = new Thing("lake");
        var engine = new ModelEngine();
        engine.Computed["endpoints"] = ProtoValue.ForList(ProtoValue.ForStruct(new ProtoStruct { Fields = { ["url"] = ProtoValue.ForString("https://x") } }));
        var graph = Graphs.Of(
            scope =>
            {
                scope.Add(lake);
                scope.Add(new Thing("after").With("url", lake.Out("endpoints[0].url")));
            });

        await Runs.Good(engine, graph);

        Assert.Equal("https://x", engine["after"].Object.Fields["url"].StringValue);
        Assert.Contains(engine["after"].PropertyDependencies, entry => entry.Key == "url" && entry.Value.Urns.Count == 1);
    }
}
