using Strata.Graph;
using Strata.Kubernetes.Rbac.V1;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>What a team needs besides Argo's operators: an account for steps, a repository of artifacts and an event bus.</summary>
internal static class ArgoOnCluster
{
    private const string EventBus = "default";

    public static ArgoHandle Expand(ArgoConfig config, ComponentContext context)
    {
        var cluster = context.ClusterOf(config);
        var space = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        var kept = StepAccess.StoreFor(context, config, config.Artifacts, nameof(config.Artifacts));
        var store = (ObjectStoreHandle)kept.Storage;
        var identity = PodIdentity.Add(context, cluster, space, context.Name, new PodRights { RunsCode = true, Storage = StorageGrants.ForPods(context, cluster, config, config.Access, kept) });
        AddResults(config, context, space);
        ArgoArtifacts.Add(context, space, store, identity);
        if (config.Events)
        {
            AddEvents(context, cluster, space);
        }

        return new ArgoHandle(space.Name, identity.Account, ArgoArtifacts.WordOf(store), config.Events ? EventBus : null);
    }

    /// <summary>The one right that a step's executor needs: to say how the step went (Argo Workflows documentation, "Workflow RBAC").</summary>
    private static void AddResults(ArgoConfig config, ComponentContext context, NamespaceHandle space) =>
        AddRole(context, space, "results", [new PolicyRuleArgs { ApiGroups = ["argoproj.io"], Resources = ["workflowtaskresults"], Verbs = ["create", "patch"] }], [context.Name, .. WorkflowsOf.Identities(config, context)]);

    private static void AddEvents(ComponentContext context, ClusterHandle cluster, NamespaceHandle space)
    {
        // Sensors start workflows as the same account.
        AddRole(context, space, "events", [new PolicyRuleArgs { ApiGroups = ["argoproj.io"], Resources = ["workflows"], Verbs = ["create", "get", "list"] }], [context.Name]);
        OperatorObject.Add(context.Scope, context.Stack, cluster, $"{context.Name}-event-bus", "argoproj.io/v1alpha1:EventBus", EventBus, space.Name, context.Name, new()
        {
            ["jetstream"] = new ValueMap
            {
                // One of the versions that the controller's own configuration lists (argo-events chart 2.4.22, values.yaml).
                ["version"] = "2.10.10",
                ["replicas"] = 3,
                ["persistence"] = new ValueMap { ["volumeSize"] = context.IsProd ? "10Gi" : "2Gi", ["accessMode"] = "ReadWriteOnce" },
            },
        }, new ResourceOptions { DependsOn = [space.Resource, .. cluster.Operators?.After(ClusterOperator.ArgoEvents) ?? []] });
    }

    private static void AddRole(ComponentContext context, NamespaceHandle space, string what, InputList<PolicyRuleArgs> rules, IEnumerable<string> accounts)
    {
        var name = $"{context.Name}-{what}";
        var role = context.Scope.Add(new Role(name, new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, space.Name),
            Rules = rules,
        });
        context.Scope.Add(new RoleBinding(name, new ResourceOptions { DependsOn = [role] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, space.Name),
            RoleRef = new RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = name },
            Subjects = [.. accounts.Select(account => new SubjectArgs { Kind = "ServiceAccount", Name = account, Namespace = space.Name })],
        });
    }
}
