using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Storage;

/// <summary>
/// The Postgres database that a server of the upper layers keeps its own records in, on the server's cluster: three instances in
/// prod, one elsewhere, run by CloudNativePG. The cluster needs <see cref="ClusterOperator.Postgres"/>.
/// </summary>
/// <param name="Host">The service that always leads to the primary.</param>
/// <param name="Name">The database's name, and its owner's.</param>
/// <param name="Secret">
/// The secret in the server's namespace by which it signs in, made by the operator. Its keys: <c>username</c>, <c>password</c>,
/// <c>host</c>, <c>port</c>, <c>dbname</c>, <c>uri</c> (CloudNativePG documentation, "Connecting from an application").
/// </param>
/// <param name="Ready">What the server waits for.</param>
internal sealed record ClusterDatabase(string Host, string Name, string Secret, IReadOnlyList<Resource> Ready)
{
    public const int Port = 5432;

    /// <param name="called">The database cluster's name in the namespace: <c>airflow-db</c>.</param>
    /// <param name="size">The disk of each instance.</param>
    public static ClusterDatabase Add(ComponentContext context, ClusterHandle cluster, NamespaceHandle space, string called, string size = "10Gi")
    {
        var database = called.Replace('-', '_');
        var memory = context.IsProd ? "2Gi" : "512Mi";
        var resource = OperatorObject.Add(context.Scope, context.Stack, cluster, $"{context.Name}-database", "postgresql.cnpg.io/v1:Cluster", called, space.Name, context.Name, new()
        {
            ["instances"] = context.IsProd ? 3 : 1,
            ["enableSuperuserAccess"] = false,
            ["bootstrap"] = new ValueMap { ["initdb"] = new ValueMap { ["database"] = database, ["owner"] = database, ["dataChecksums"] = true } },
            ["storage"] = new ValueMap { ["size"] = size, ["resizeInUseVolumes"] = true },
            ["resources"] = new ValueMap
            {
                ["requests"] = new ValueMap { ["cpu"] = context.IsProd ? "500m" : "100m", ["memory"] = memory },
                ["limits"] = new ValueMap { ["memory"] = memory },
            },
        }, context.HoldsData with { DependsOn = [space.Resource, .. cluster.Operators?.After(ClusterOperator.Postgres) ?? []] });
        return new ClusterDatabase($"{called}-rw.{space.Name}.svc", database, $"{called}-app", [resource]);
    }
}
