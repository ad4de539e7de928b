using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>Another stack's EKS cluster, from that stack's outputs.</summary>
internal static class SharedAwsCluster
{
    public static EksClusterHandle Expand(Cluster config, StackSource source, ComponentContext context)
    {
        var facts = SharedCluster.FactsOf(config, source, context);
        var owner = context.Expansion.ReferenceTo(source);
        var path = $"compute.{source.Component ?? config.Name}";
        var name = Text("name");
        var region = context.Expansion.Foundations.Aws.Region;
        var access = AwsClusterAccess.Grant(context, name, isOwner: false);
        var provider = context.Scope.Use(context.Scope.Add(new Kubernetes.Provider($"{context.Name}-kubernetes", new ResourceOptions { DependsOn = access })
        {
            Kubeconfig = EksKubeconfig.For(name, Text("endpoint"), Text("certificateAuthority"), region),
            ClusterIdentifier = Text("arn"),
            EnableServerSideApply = true,
        }));
        var network = new AwsNetworkHandle(Text("vpcId"), Text("cidrBlock"), Texts("privateSubnetIds"), Texts("publicSubnetIds")) { Zones = ZonesOf(source, context) };
        return new EksClusterHandle(facts, provider)
        {
            Name = name,
            Arn = Text("arn"),
            Endpoint = Text("endpoint"),
            Issuer = Text("issuer"),
            CertificateAuthority = Text("certificateAuthority"),
            Version = Text("version"),
            SecurityGroupId = Text("securityGroupId"),
            NodeRoleArn = Text("nodeRoleArn"),
            KarpenterNodeRole = facts.Autoscaler == ClusterAutoscaler.Karpenter ? Text("karpenterNodeRole") : null,
            Network = network,
            IsShared = true,
        };

        Output<string> Text(string output) => owner.GetStackOutput<string>($"{path}.{output}");

        Output<IReadOnlyList<string>> Texts(string output) => owner.GetStackOutput<IReadOnlyList<string>>($"{path}.{output}");
    }

    /// <summary>In how many zones the owner's network is, where its file tells.</summary>
    private static int? ZonesOf(StackSource source, ComponentContext context) => context.Expansion.Shared.Find(source.Stack)?.Config.Network switch
    {
        { Existing: { } existing } => existing.PrivateSubnets.Count,
        { From: null } own => own.Zones,
        _ => null,
    };
}
