using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Rbac.V1;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;

namespace Strata.Platform.Foundation;

/// <summary>
/// A Kubernetes secret made of another one in the same namespace, for charts that want other keys than whoever made the first. The
/// External Secrets operator, which every cluster of the platform has, keeps it up to date.
/// </summary>
internal static class DerivedSecret
{
    /// <param name="from">The secret that is there.</param>
    /// <param name="called">The secret to make.</param>
    /// <param name="keys">Its keys, each with a template over the keys of the first: <c>{{ .password }}</c>.</param>
    /// <returns>What whoever uses the secret waits for.</returns>
    public static Resource Add(ComponentContext context, ClusterHandle cluster, NamespaceHandle space, string from, string called, ValueMap keys, IReadOnlyList<Resource> after)
    {
        var (stack, scope, name) = (context.Stack, context.Scope, $"{context.Name}-{called}");
        var account = scope.Add(new ServiceAccount($"{name}-reader", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(stack, context.Name, $"{called}-reader", space.Name),
        });
        var role = scope.Add(new Role($"{name}-reader", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(stack, context.Name, $"{called}-reader", space.Name),
            Rules = [new PolicyRuleArgs { ApiGroups = [""], Resources = ["secrets"], ResourceNames = [from], Verbs = ["get"] }],
        });
        var binding = scope.Add(new RoleBinding($"{name}-reader", new ResourceOptions { DependsOn = [account, role] })
        {
            Metadata = KubernetesObject.Meta(stack, context.Name, $"{called}-reader", space.Name),
            RoleRef = new RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = $"{called}-reader" },
            Subjects = [new SubjectArgs { Kind = "ServiceAccount", Name = $"{called}-reader", Namespace = space.Name }],
        });
        var store = OperatorObject.Add(scope, stack, cluster, $"{name}-store", "external-secrets.io/v1:SecretStore", called, space.Name, context.Name, new()
        {
            ["provider"] = new ValueMap
            {
                ["kubernetes"] = new ValueMap
                {
                    ["remoteNamespace"] = space.Name,
                    ["server"] = new ValueMap { ["caProvider"] = new ValueMap { ["type"] = "ConfigMap", ["name"] = "kube-root-ca.crt", ["key"] = "ca.crt" } },
                    ["auth"] = new ValueMap { ["serviceAccount"] = new ValueMap { ["name"] = $"{called}-reader" } },
                },
            },
        }, new ResourceOptions { DependsOn = [binding, .. cluster.Operators?.After(ClusterOperator.ExternalSecrets) ?? []] });
        return OperatorObject.Add(scope, stack, cluster, name, "external-secrets.io/v1:ExternalSecret", called, space.Name, context.Name, new()
        {
            ["refreshInterval"] = "1h",
            ["secretStoreRef"] = new ValueMap { ["kind"] = "SecretStore", ["name"] = called },
            ["target"] = new ValueMap { ["name"] = called, ["creationPolicy"] = "Owner", ["template"] = new ValueMap { ["data"] = keys } },
            ["dataFrom"] = Value.List(new ValueMap { ["extract"] = new ValueMap { ["key"] = from } }),
        }, new ResourceOptions { DependsOn = [store, .. after] });
    }
}
