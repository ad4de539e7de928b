using Strata.Graph;
using Strata.Tests.Pulumi.Fakes;

namespace Strata.Tests.Pulumi;

public sealed class DeploymentTests
{
    [Fact]
    public async Task A_stack_is_registered_from_its_root_to_its_outputs()
    {
        var lake = new Thing("lake", facts: new ResourceFacts { PluginVersion = "7.48.0" }).With("tags", new ValueMap { ["team"] = "fraud" });
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
        Assert.Equal("7.48.0", engine.Registrations.Single(r => r.Type == "aws:s3/bucket:Bucket").Version);
        var registered = engine.Registrations.Single(r => r.Type == "aws:s3/bucketPolicy:BucketPolicy");
        Assert.Equal("lake-id", registered.Object.Fields["bucket"].StringValue);
        Assert.Equal("""{"Resource":"arn:aws:x/*"}""", registered.Object.Fields["policy"].StringValue);
        var urn = "urn:pulumi:dev::strata::strata:storage:ObjectStore$aws:s3/bucket:Bucket::lake";
        Assert.Equal([urn], registered.Dependencies);
        Assert.Equal([urn], registered.PropertyDependencies["bucket"].Urns);
        Assert.Equal("arn:aws:x", engine.Outputs["urn:pulumi:dev::strata::strata:storage:ObjectStore::lake"].Fields["arn"].StringValue);
        Assert.Equal("arn:aws:x", engine.Outputs[ModelEngine.StackUrn].Fields["lake"].StringValue);
    }
}
