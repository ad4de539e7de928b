using Strata.Aws.CloudWatch;
using Strata.Aws.Eks;
using Strata.Aws.Iam;
using Strata.Aws.Sqs;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Kubernetes.Helm.V3;

namespace Strata.Platform.Tests.Compute;

public sealed class AwsClusterTests
{
    private const string Plain = "strata:compute: { cluster: {} }";

    [Fact]
    public void The_log_group_and_the_roles_rights_are_there_before_the_cluster()
    {
        var resources = AwsComputeStack.Fine(Plain);
        var cluster = resources.Named<Cluster>("cluster");
        Assert.True(cluster.WaitsFor(resources.Named<LogGroup>("cluster-logs")));
        Assert.All(resources.OfType<RolePolicyAttachment>().Where(a => a.LogicalName.StartsWith("cluster-role-", StringComparison.Ordinal)), a => Assert.True(cluster.WaitsFor(a)));
        Assert.Equal(cluster.Text("name"), resources.Named<LogGroup>("cluster-logs").Text("name")!.Split('/')[3]);
    }

    [Fact]
    public void Nodes_come_after_the_network_and_before_what_runs_on_them()
    {
        var resources = AwsComputeStack.Fine(Plain);
        var nodes = resources.Named<NodeGroup>("cluster-system");
        string[] before = ["vpc-cni", "kube-proxy", "eks-pod-identity-agent"];
        Assert.All(resources.OfType<Addon>(), addon =>
        {
            var first = before.Contains(addon.Text("addonName"));
            Assert.Equal(first, nodes.WaitsFor(addon));
            Assert.Equal(!first, addon.WaitsFor(nodes));
        });
    }

    [Fact]
    public void Nothing_is_in_the_cluster_before_its_nodes_and_addons_or_after_them()
    {
        var resources = AwsComputeStack.Fine("strata:compute: { cluster: { autoscaler: karpenter }, general: { kind: pool, machine: { cpu: 4 }, min: 1, max: 3 } }");
        var inside = resources.Where(r => r.TypeToken.StartsWith("kubernetes:", StringComparison.Ordinal)).ToList();
        var needed = resources.Where(r => r is Addon or NodeGroup).ToList();
        Assert.NotEmpty(inside);
        Assert.All(inside, r => Assert.All(needed, n => Assert.True(r.WaitsFor(n), $"{r} does not wait for {n}.")));
    }

    [Fact]
    public void What_teams_put_into_the_cluster_goes_before_the_controllers_that_clean_up_after_it()
    {
        var resources = AwsComputeStack.Fine("strata:compute: { cluster: { autoscaler: karpenter }, general: { kind: pool, machine: { cpu: 4 }, max: 3 } }");
        var space = resources.OfType<Kubernetes.Core.V1.Namespace>().Single(n => n.Text("metadata.name") == "fraud-dev");
        Assert.True(space.WaitsFor(resources.Named<Release>("cluster-aws-load-balancer-controller")));
        Assert.True(space.WaitsFor(resources.Named<Release>("cluster-karpenter")));
    }

    [Fact]
    public void Roles_of_the_clusters_own_pods_are_bound_before_their_pods_start()
    {
        var resources = AwsComputeStack.Fine(Plain);
        Assert.All(resources.OfType<PodIdentityAssociation>().Where(i => i.Text("namespace") == "kube-system"), identity => Assert.Contains(
            resources, r => r is Addon or Release && r.ResourceOptions.DependsOn.Contains(identity)));
    }

    [Fact]
    public void Nodes_cannot_change_the_network() => Assert.DoesNotContain(
        AwsComputeStack.Fine(Plain).OfType<RolePolicyAttachment>(), a => a.LogicalName.StartsWith("cluster-nodes-", StringComparison.Ordinal) && a.Text("policyArn")!.Contains("CNI", StringComparison.Ordinal));

    [Theory]
    [InlineData(Plain, "false", new string[0])]
    [InlineData("strata:compute: { cluster: { apiAccess: [203.0.113.0/24] } }", "true", new[] { "203.0.113.0/24" })]
    public void The_api_is_reached_from_outside_only_by_whom_the_file_names(string lines, string open, string[] from)
    {
        var cluster = AwsComputeStack.Fine(lines).Named<Cluster>("cluster");
        Assert.Equal("true", cluster.Text("vpcConfig.endpointPrivateAccess"));
        Assert.Equal(open, cluster.Text("vpcConfig.endpointPublicAccess"));
        Assert.Equal(from, cluster.Texts("vpcConfig.publicAccessCidrs"));
    }

    [Fact]
    public void The_clouds_own_keys_need_no_encryption_config() =>
        Assert.Null(AwsComputeStack.Fine(Plain + "\nstrata:encryption: { customerKeys: false }").Named<Cluster>("cluster").At("encryptionConfig"));

    [Fact]
    public void Admins_administer_the_cluster_and_members_only_their_namespace()
    {
        var resources = AwsComputeStack.Fine(Plain + """

            strata:access:
              admins: [arn:aws:iam::123456789012:role/leads, arn:aws:iam::123456789012:role/eu/ops, arn:aws:iam::123456789012:role/us/ops]
              members: [arn:aws:iam::123456789012:role/leads, arn:aws:iam::123456789012:role/science]
            """);
        Assert.Equal(4, resources.OfType<AccessEntry>().Count());
        Assert.Equal(["fraud-dev:members"], resources.Named<AccessEntry>("cluster-access-science").Texts("kubernetesGroups"));
        Assert.Equal(["fraud-dev:admins"], resources.Named<AccessEntry>("cluster-access-leads").Texts("kubernetesGroups"));
        Assert.Equal(3, resources.OfType<AccessPolicyAssociation>().Count());
        Assert.All(resources.OfType<AccessPolicyAssociation>(), a => Assert.Equal("cluster", a.Text("accessScope.type")));
    }

    [Theory]
    [InlineData("", "true")]
    [InlineData("strata:access: { members: [arn:aws:iam::123456789012:role/science] }", "true")]
    [InlineData("strata:access: { admins: [arn:aws:iam::123456789012:role/leads] }", "false")]
    [InlineData("strata:access: { ci: { repository: acme/ml } }", "false")]
    public void Whoever_makes_the_cluster_is_its_admin_only_when_nobody_is_named(string access, string bootstrap)
    {
        var cluster = AwsComputeStack.Fine($"{Plain}\n{access}").Named<Cluster>("cluster");
        Assert.Equal(bootstrap, cluster.Text("accessConfig.bootstrapClusterCreatorAdminPermissions"));
        Assert.Equal(["accessConfig.bootstrapClusterCreatorAdminPermissions"], cluster.ResourceOptions.IgnoreChanges);
    }

    [Fact]
    public void Nothing_is_put_into_the_cluster_before_ci_may_do_it()
    {
        var resources = AwsComputeStack.Fine(Plain + "\nstrata:access: { ci: { repository: acme/ml } }");
        var access = resources.Named<AccessPolicyAssociation>("cluster-access-ci-deploy");
        Assert.All(resources.Where(r => r.TypeToken.StartsWith("kubernetes:", StringComparison.Ordinal)), r => Assert.True(r.WaitsFor(access)));
        Assert.EndsWith("AmazonEKSViewPolicy", resources.Named<AccessPolicyAssociation>("cluster-access-ci-preview").Text("policyArn"), StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_start_when_the_network_lets_them_out()
    {
        var resources = AwsComputeStack.Fine("strata:network: { cidr: 10.20.0.0/16 }\nstrata:compute: { cluster: {}, jobs: { kind: batch, machine: { cpu: 4 }, max: 1 }, box: { kind: instances, machine: { cpu: 4 } } }");
        var routes = resources.OfType<Aws.Ec2.RouteTableAssociation>().ToList();
        Assert.NotEmpty(routes);
        Assert.All(resources.Where(r => r is NodeGroup or Aws.Batch.ComputeEnvironment or Aws.Ec2.Instance), machine => Assert.Contains(routes, route => machine.WaitsFor(route)));
    }

    [Theory]
    [InlineData("true", "disks-key")]
    [InlineData("false", null)]
    public void Disks_are_encrypted_with_the_stacks_key(string own, string? key)
    {
        var resources = AwsComputeStack.Fine($"{Plain}\nstrata:encryption: {{ customerKeys: {own} }}");
        var used = Dependencies.Of(resources.Named<Aws.Ec2.LaunchTemplate>("cluster-system")).OfType<Aws.Kms.Key>().SingleOrDefault();
        Assert.Equal(key, used?.LogicalName);
    }

    [Fact]
    public void In_prod_the_cluster_cannot_be_deleted_by_mistake()
    {
        var cluster = AwsComputeStack.Fine(Plain, "prod").Named<Cluster>("cluster");
        Assert.Equal("true", cluster.Text("deletionProtection"));
        Assert.True(cluster.ResourceOptions.Protect);
    }

    [Fact]
    public void Karpenter_hears_of_interruptions_and_brings_nodes_that_may_join()
    {
        var resources = AwsComputeStack.Fine("strata:compute: { cluster: { autoscaler: karpenter } }");
        var queue = Assert.Single(resources.OfType<Queue>());
        Assert.Equal(4, resources.OfType<EventRule>().Count());
        Assert.All(resources.OfType<EventTarget>(), target => Assert.True(target.WaitsFor(queue)));
        Assert.Equal("EC2_LINUX", Assert.Single(resources.OfType<AccessEntry>()).Text("type"));
        Assert.DoesNotContain(resources.OfType<Release>(), r => r.Text("name") == "cluster-autoscaler");
    }

    [Fact]
    public void What_is_allowed_fits_into_a_role()
    {
        // IAM takes 10,240 characters of inline policies in a role, white space not counted.
        var resources = AwsComputeStack.Fine("strata:compute: { cluster-with-the-longest-name1: { kind: cluster, autoscaler: karpenter } }", "prod");
        Assert.All(resources.OfType<RolePolicy>(), policy => Assert.InRange(policy.Json("policy").Length, 1, 9_500));
    }

    [Theory]
    [InlineData("context: hel1", "'context' cannot be had for an EKS cluster.")]
    [InlineData("renderTo: manifests", "'renderTo' cannot be had for an EKS cluster.")]
    [InlineData("version: \"1.21\"", "EKS no longer offers Kubernetes 1.21.")]
    [InlineData("system: { min: 4, max: 2 }", "'system' has at least 4 machines and at most 2.")]
    public void What_EKS_cannot_do_is_refused(string property, string message)
    {
        var problem = AwsComputeStack.Problem($"strata:compute: {{ cluster: {{ {property} }} }}");
        Assert.Equal(Severity.Error, problem.Severity);
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
    }
}
