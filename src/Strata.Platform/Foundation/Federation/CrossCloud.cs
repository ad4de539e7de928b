using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Foundation;

/// <summary>What pods may use that is on a cloud which does not run their cluster.</summary>
internal static class CrossCloud
{
    /// <summary>Where the storage is, when that is not where its user runs; null too where it is nobody's cloud or not there.</summary>
    public static Cloud? Elsewhere(StackModel stack, Ref<StorageConfig> reference, Cloud here) =>
        stack.Components.OfType<StorageConfig>().FirstOrDefault(storage => storage.Name == reference.Name) is { } storage and not Warehouse { Engine: WarehouseEngine.Snowflake }
        && stack.CloudOf(storage) is var there && there != here
            ? there
            : null;

    /// <summary>The operator by which pods of a cluster take on identities of another cloud.</summary>
    public static ClusterOperator OperatorFor(Cloud there) => there == Cloud.Aws ? ClusterOperator.AwsIdentity : ClusterOperator.GoogleIdentity;

    /// <summary>The access, unless it cannot be had; then why is among the diagnostics. What it costs is said in any case.</summary>
    /// <param name="there">The cloud the storage is on.</param>
    public static StorageGrant? Grant(ComponentContext context, ClusterHandle cluster, Ref<StorageConfig> reference, AccessLevel level, Cloud there)
    {
        var (name, here) = (context.Name, cluster.Cloud.Title());
        var storage = context.Use<StorageHandle>(reference);
        if (storage is not (AwsObjectStoreHandle or AthenaHandle or GcpObjectStoreHandle or BigQueryHandle))
        {
            context.Diagnostics.Add(FederationErrors.OnlyInItsNetwork(reference.Span, name, reference.Name, there.Title(), here));
            return null;
        }

        if (WhyUnknown(cluster, there) is var (reason, hint))
        {
            context.Diagnostics.Add(FederationErrors.UnknownIssuer(reference.Span, name, cluster.Config.Name, there.Title(), reason, hint));
            return null;
        }

        if (!SharedClusters.Has(context.Expansion, cluster, OperatorFor(there)))
        {
            context.Diagnostics.Add(PlatformErrors.NeedsOperator(
                reference.Span, name, PropertyNames.OfChoice(OperatorFor(there).ToString()), cluster.Config.From?.Stack ?? context.Stack.Name));
            return null;
        }

        var (price, source) = DataTransfer.OutOf(there);
        context.Diagnostics.Add(FederationErrors.DataLeaves(reference.Span, name, reference.Name, there.Title(), here, price, source.ToString(), Back(cluster.Cloud)));
        return new StorageGrant(storage, level, reference.Name) { Elsewhere = there };
    }

    private static string Back(Cloud here) => here == Cloud.Kubernetes ? "nothing but one's own line" : $"{DataTransfer.OutOf(here).Price} on {here.Title()}";

    /// <summary>Why a cloud cannot know a cluster's pods, and what helps; null when it can.</summary>
    public static (string Reason, string Hint)? WhyUnknown(ClusterHandle cluster, Cloud there) => cluster switch
    {
        { Issuer: null, Cloud: Cloud.Kubernetes } => (
            "A cloud knows service accounts by the cluster's OpenID Connect issuer, and nothing says its address.",
            "Add 'oidcIssuer: https://…' to the cluster, the address that the cloud can read '.well-known/openid-configuration' at."),
        { IsShared: true } when there == Cloud.Aws => (
            "An AWS account has each issuer once, so that it belongs to the stack that owns the cluster.",
            "Use a cluster of the stack's own, or let the stack that owns it have the component."),
        _ => null,
    };
}
