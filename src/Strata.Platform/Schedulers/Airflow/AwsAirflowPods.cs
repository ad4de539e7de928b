using Strata.Aws.Ec2;
using Strata.Aws.Eks;
using Strata.Aws.Iam;
using Strata.Aws.Vpc;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;

namespace Strata.Platform.Schedulers;

/// <summary>
/// Steps of MWAA run as pods of the stack's clusters: its role is known there as a group that may work with pods in the team's namespace,
/// and its workers reach the Kubernetes API, which answers nobody outside the cluster's security group by itself.
/// </summary>
internal static class AwsAirflowPods
{
    public static void Let(ComponentContext context, Role role, SecurityGroup workers)
    {
        var clusters = ClusterChoice.On(context.Stack, Cloud.Aws).ToList();
        foreach (var cluster in clusters)
        {
            var eks = context.Expansion.HandleOf<EksClusterHandle>(cluster);
            var name = clusters.Count == 1 ? "pods" : $"pods-{cluster.Name}";
            var group = $"{context.Stack.Name}:{context.Name}";
            context.Scope.Add(new AccessEntry($"{context.Name}-{name}") { ClusterName = eks.Name, PrincipalArn = role.Arn, Type = "STANDARD", KubernetesGroups = [group] });
            context.Scope.Add(new SecurityGroupIngressRule($"{context.Name}-{name}")
            {
                SecurityGroupId = eks.SecurityGroupId,
                ReferencedSecurityGroupId = workers.Id,
                IpProtocol = "tcp",
                FromPort = 443,
                ToPort = 443,
                Description = $"Airflow of {context.Name} to the Kubernetes API",
            });
            TeamRights.Add(context, eks, [new SubjectArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Group", Name = group }], name, TeamRights.Pods);
        }
    }
}
