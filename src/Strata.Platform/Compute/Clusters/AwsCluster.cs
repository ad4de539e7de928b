using Strata.Aws.CloudWatch;
using Strata.Aws.Eks.Inputs;
using Strata.Aws.Iam;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>A Kubernetes cluster as EKS: of the stack's own, with what every cluster needs to be of use, or another stack's.</summary>
internal static class AwsCluster
{
    public static EksClusterHandle Expand(Cluster config, ComponentContext context)
    {
        AwsClusterRules.Check(config, context);
        return config.From is { } source ? SharedAwsCluster.Expand(config, source, context) : Own(config, context);
    }

    private static EksClusterHandle Own(Cluster config, ComponentContext context)
    {
        var network = context.Expansion.Foundations.Aws.Network;
        var cluster = ControlPlane(config, context, network);
        var access = AwsClusterAccess.Grant(context, cluster.Name, isOwner: true);
        var addons = new AwsAddons(context, cluster, config.Version);
        var role = AwsNodeRole.Add(context, "nodes");
        var nodes = AwsSystemNodes.Add(config, context, cluster, role.Arn, network, [.. network.Ready, .. addons.BeforeNodes(), .. AwsRights.Of(context, role)]);
        Resource[] ready = [nodes, .. addons.AfterNodes([nodes])];
        var handle = new EksClusterHandle(config, KubernetesProvider(context, cluster, [.. ready, .. access]))
        {
            Name = cluster.Name,
            Arn = cluster.Arn,
            Endpoint = cluster.Endpoint,
            Issuer = cluster.GetOutput<string>("identities[0].oidcs[0].issuer"),
            CertificateAuthority = cluster.GetOutput<string>("certificateAuthority.data"),
            Version = cluster.Version,
            SecurityGroupId = cluster.GetOutput<string>("vpcConfig.clusterSecurityGroupId"),
            NodeRoleArn = role.Arn,
            Network = network,
            Ready = ready,
        };
        return WithControllers(config, context, handle);
    }

    private static Aws.Eks.Cluster ControlPlane(Cluster config, ComponentContext context, AwsNetworkHandle network)
    {
        var name = context.Named(AwsNames.EksCluster);
        var key = context.Expansion.Foundations.Aws.Keys.ArnFor("cluster");
        var role = Role(context, key);

        // EKS would make the log group itself, and keep everything for ever.
        var logs = context.Scope.Add(new LogGroup($"{context.Name}-logs")
        {
            Name = $"/aws/eks/{name}/cluster",
            RetentionInDays = context.IsProd ? 365 : 30,
            KmsKeyId = context.Expansion.Foundations.Aws.Keys.ArnFor("logs"),
        });
        var access = config.ApiAccess;
        return context.Scope.Add(new Aws.Eks.Cluster(context.Name, Options(context, [logs, .. AwsRights.Of(context, role)]))
        {
            Name = name,
            RoleArn = role.Arn,
            Version = config.Version,
            DeletionProtection = context.IsProd,

            // Network, DNS and proxy are add-ons from the start, so that there is nothing to take over.
            BootstrapSelfManagedAddons = false,
            AccessConfig = new ClusterAccessConfigArgs { AuthenticationMode = "API", BootstrapClusterCreatorAdminPermissions = AwsClusterAccess.IsLeftToCreator(context) },
            EnabledClusterLogTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"],
            EncryptionConfig = key is null ? null : new ClusterEncryptionConfigArgs
            {
                Provider = new ClusterEncryptionConfigProviderArgs { KeyArn = key },
                Resources = ["secrets"],
            },
            UpgradePolicy = new ClusterUpgradePolicyArgs { SupportType = "STANDARD" },
            VpcConfig = new ClusterVpcConfigArgs
            {
                SubnetIds = network.PrivateSubnetIds,
                EndpointPrivateAccess = true,
                EndpointPublicAccess = access.Count > 0,
                PublicAccessCidrs = access.Count > 0 ? [.. access.Select(range => (Input<string>)range.ToString())] : null,
            },
        });
    }

    /// <summary>Who made the cluster cannot be changed any more, and must not be a reason to make another one.</summary>
    private static ResourceOptions Options(ComponentContext context, IReadOnlyList<Resource> after) => new()
    {
        Protect = context.IsProd,
        DependsOn = after,
        IgnoreChanges = ["accessConfig.bootstrapClusterCreatorAdminPermissions"],
    };

    private static Role Role(ComponentContext context, Input<string>? key) => AwsRole.Add(
        context.Scope,
        context.Expansion,
        $"{context.Name}-role",
        [context.Name],
        PolicyStatement.Trust("eks.amazonaws.com"),
        ["arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"],
        key is null ? [] : [new PolicyStatement(["kms:Encrypt", "kms:Decrypt", "kms:ListGrants", "kms:DescribeKey"], [key])]);

    /// <summary>It waits for nodes, add-ons and the right to use the cluster, so that whatever lives in the cluster comes after them and goes before them.</summary>
    private static Kubernetes.Provider KubernetesProvider(ComponentContext context, Aws.Eks.Cluster cluster, IReadOnlyList<Resource> after)
    {
        var region = context.Expansion.Foundations.Aws.Region;
        return context.Scope.Use(context.Scope.Add(new Kubernetes.Provider($"{context.Name}-kubernetes", new ResourceOptions { DependsOn = after })
        {
            Kubeconfig = EksKubeconfig.For(cluster.Name, cluster.Endpoint, cluster.GetOutput<string>("certificateAuthority.data"), region),
            ClusterIdentifier = cluster.Arn,
            EnableServerSideApply = true,
        }));
    }

    /// <summary>The controllers that work for everything else in the cluster, and then what all clouds' clusters have.</summary>
    private static EksClusterHandle WithControllers(Cluster config, ComponentContext context, EksClusterHandle handle)
    {
        var name = context.Named(AwsNames.EksCluster);
        var replicas = Math.Min(config.System.Min, 2);
        var loadBalancers = AwsLoadBalancers.Install(context, handle, replicas);
        if (config.Autoscaler == ClusterAutoscaler.Karpenter)
        {
            var karpenter = AwsKarpenter.Install(context, handle, name, replicas);
            handle = handle with { KarpenterNodeRole = karpenter.NodeRole, Ready = [.. handle.Ready, loadBalancers, karpenter.Controller] };
        }
        else
        {
            handle = handle with { Ready = [.. handle.Ready, loadBalancers, AwsClusterAutoscaler.Install(context, handle, name)] };
        }

        AwsDevicePlugins.Install(context, handle);
        return handle with { Operators = ClusterOperators.Install(context.Scope, context.Expansion, handle) };
    }
}
