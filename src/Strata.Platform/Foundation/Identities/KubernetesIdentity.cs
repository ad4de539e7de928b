using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Text;

namespace Strata.Platform.Foundation;

/// <summary>An identity as a service account on each of the stack's clusters that nobody's cloud runs.</summary>
internal static class KubernetesIdentity
{
    /// <summary>The identity of stacks that declare none.</summary>
    public const string Default = "workload";

    /// <summary>True for a stack on Kubernetes that declares no identity.</summary>
    public static bool HasDefault(StackModel stack) =>
        stack.Config.Identities.Count == 0 && stack.Config.Cloud == Cloud.Kubernetes && ClusterChoice.On(stack, Cloud.Kubernetes).Any();

    public static KubernetesIdentityHandle Expand(IdentityConfig config, ComponentContext context)
    {
        if (config.Policies.Count > 0)
        {
            context.Diagnostics.Add(KubernetesFoundationErrors.NoPolicies(config.SpanOf(nameof(config.Policies)), context.Name));
        }

        var accounts = new Dictionary<string, ServiceAccountHandle>();
        var access = new Dictionary<string, KubernetesAccess>();
        foreach (var cluster in ClusterChoice.On(context.Stack, Cloud.Kubernetes))
        {
            var handle = context.Expansion.HandleOf<ClusterHandle>(cluster);
            var elsewhere = FederatedAccount.Add(context, handle, TeamNamespace.NameIn(context.Stack), context.Name, context.Name, StorageGrants.Elsewhere(context, handle, config.Access));
            accounts[cluster.Name] = context.Expansion.Foundations.Kubernetes.ServiceAccountFor(context.Name, handle, elsewhere.Annotations);
            access[cluster.Name] = KubernetesAccess.Grant(
                context, handle, context.Name, config, config.Access.Where(one => CrossCloud.Elsewhere(context.Stack, one.Key, Cloud.Kubernetes) is null).ToDictionary());
        }

        return new KubernetesIdentityHandle(context.Name, accounts, access);
    }

    /// <summary>Makes the identity of a stack on Kubernetes that declares none: it may write to all storage that the stack has there.</summary>
    public static void ExpandDefault(StackExpansion expansion)
    {
        var stack = expansion.Stack;
        if (!HasDefault(stack))
        {
            return;
        }

        var storage = stack.Components.OfType<StorageConfig>().Where(s => stack.CloudOf(s) == Cloud.Kubernetes && s is not (BlockStorage or Warehouse { Engine: WarehouseEngine.Snowflake }));
        expansion.Expand(new IdentityConfig
        {
            Name = Default,
            Cloud = Cloud.Kubernetes,
            Access = storage.ToDictionary(s => new Ref<StorageConfig>(s.Name, s.KeySpan ?? new SourceSpan(stack.File, 0, 0)), _ => AccessLevel.Write),
        });
    }
}
