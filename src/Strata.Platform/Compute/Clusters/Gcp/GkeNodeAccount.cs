using Strata.Gcp.ServiceAccount;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Compute;

/// <summary>What a cluster's nodes run as. Pods never do: they have identities of their own, or none.</summary>
internal static class GkeNodeAccount
{
    /// <summary>
    /// To write logs and metrics, and to pull images. The first role is the least that GKE says nodes need
    /// (https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#use_least_privilege_sa, read 2026).
    /// </summary>
    private static readonly string[] Roles = ["roles/container.defaultNodeServiceAccount", "roles/artifactregistry.reader"];

    public static Account Add(ComponentContext context) => GcpServiceAccount.Add(
        context.Scope, context.Expansion, $"{context.Name}-nodes", [context.Name, "nodes"], $"Nodes of {context.Name} ({context.Stack.Name})", Roles);
}
