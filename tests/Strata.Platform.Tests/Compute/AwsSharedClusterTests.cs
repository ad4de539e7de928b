using Strata.Aws.Eks;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Kubernetes.Helm.V3;

namespace Strata.Platform.Tests.Compute;

public sealed class AwsSharedClusterTests
{
    private const string Sharer = "strata:compute: { cluster: { from: platform-dev }, gpu: { kind: pool, machine: { gpu: { type: l4 } }, max: 2 } }";

    private const string Platform = "strata:compute: { cluster: {} }";
    private const string Karpenter = "strata:compute: { cluster: { autoscaler: karpenter } }";

    [Fact]
    public void Nothing_is_installed_for_the_whole_cluster() =>
        Assert.DoesNotContain(AwsComputeStack.Fine(Sharer, platform: Platform), r => r is Release or Addon or Cluster);

    [Fact]
    public void All_that_is_read_is_there()
    {
        var read = AwsComputeStack.Fine(Sharer.Replace("from: platform-dev", "from: platform-dev/cluster", StringComparison.Ordinal), platform: Karpenter)
            .SelectMany(r => r.InputProperties).SelectMany(i => Paths(i.Value)).Distinct().ToList();
        var offered = AwsComputeStack.Of(Karpenter).Graph!.Outputs;
        Assert.Contains("compute.cluster.karpenterNodeRole", read);
        Assert.All(read, path => Assert.NotNull(At(offered, path)));
    }

    [Fact]
    public void The_owner_says_what_grows_pools()
    {
        var resources = AwsComputeStack.Fine(Sharer, platform: Karpenter);
        Assert.Contains(resources, r => r.TypeToken == "kubernetes:karpenter.sh/v1:NodePool");
        Assert.DoesNotContain(resources, r => r is NodeGroup);
    }

    [Fact]
    public void A_sharing_stack_offers_no_cluster_itself() => Assert.DoesNotContain(AwsComputeStack.Of(Sharer, platform: Platform).Graph!.Outputs, o => o.Name == "compute");

    [Fact]
    public void Admins_of_a_sharing_stack_administer_their_namespace_only()
    {
        var resources = AwsComputeStack.Fine(Sharer + "\nstrata:access: { admins: [arn:aws:iam::123456789012:role/leads] }", platform: Platform);
        Assert.Single(resources.OfType<AccessEntry>());
        Assert.Empty(resources.OfType<AccessPolicyAssociation>());
    }

    [Theory]
    [InlineData("from: platform-def", "There is no stack 'platform-def' in this repository. Did you mean 'platform-dev'?")]
    [InlineData("from: platform-dev/clusters", "The stack 'platform-dev' has no 'clusters' to share. Did you mean 'cluster'?")]
    public void What_is_not_there_is_named(string from, string message) =>
        Assert.StartsWith(message, AwsComputeStack.Problem($"strata:compute: {{ cluster: {{ {from} }} }}", platform: Platform).Message, StringComparison.Ordinal);

    [Fact]
    public void A_cluster_is_used_from_its_own_region() =>
        Assert.Contains("'platform-dev' is in us-east-1, and this stack is in eu-central-1", AwsComputeStack.Problem("strata:compute: { cluster: { from: platform-dev } }", platform: Platform, region: "eu-central-1").Message, StringComparison.Ordinal);

    [Fact]
    public void A_cluster_on_another_cloud_is_refused() =>
        Assert.Equal("STR309", AwsComputeStack.Problem("strata:compute: { cluster: { from: platform-dev } }", platform: "strata:compute: { cluster: { cloud: kubernetes } }").Code);

    [Fact]
    public void What_the_owner_decides_is_not_decided_here()
    {
        var problem = AwsComputeStack.Problem("strata:compute: { cluster: { from: platform-dev, version: \"1.35\" } }", platform: Platform);
        Assert.Equal((Severity.Warning, "STR352"), (problem.Severity, problem.Code));
    }

    [Fact]
    public void Gpus_are_shared_by_turns_only_as_the_owners_operator_knows_it()
    {
        var lines = Sharer.Replace("max: 2", "max: 2, sharing: { strategy: time-slicing, replicas: 4 }", StringComparison.Ordinal);
        Assert.StartsWith("'sharing' cannot be had for this pool of a cluster that another stack owns.", AwsComputeStack.Problem(lines, platform: Platform).Message, StringComparison.Ordinal);
        AwsComputeStack.Fine(lines, platform: "strata:compute: { cluster: {}, gpu: { kind: pool, machine: { gpu: { type: l4 } }, max: 1, sharing: { strategy: time-slicing, replicas: 4 } } }");
    }

    private static IEnumerable<string> Paths(Value value) => value switch
    {
        StackOutputValue output => [output.Output],
        ListValue list => list.Items.SelectMany(Paths),
        ObjectValue map => map.Properties.SelectMany(p => Paths(p.Value)),
        JsonTextValue json => Paths(json.Content),
        InterpolatedValue text => text.Parts.SelectMany(Paths),
        SecretValue secret => Paths(secret.Content),
        _ => [],
    };

    private static Value? At(IEnumerable<Property> outputs, string path)
    {
        Value? value = new ObjectValue([.. outputs]);
        foreach (var part in path.Split('.', '['))
        {
            value = value is ObjectValue map ? map[part] : (value as ListValue)?.Items[int.Parse(part.TrimEnd(']'), System.Globalization.CultureInfo.InvariantCulture)];
        }

        return value;
    }
}
