using Strata.Gcp.Sql;
using Strata.Graph;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>A Postgres database on Cloud SQL for others to use. Identities sign in as themselves; there are no passwords.</summary>
internal sealed record GcpPostgresHandle(Warehouse Config, GcpFoundation Gcp, DatabaseInstance Instance, Database Database)
    : WarehouseHandle(Config, WarehouseEngine.Postgres)
{
    public override ValueMap Outputs => new()
    {
        ["engine"] = "postgres",
        ["instance"] = Instance.ConnectionName,
        ["host"] = Instance.PrivateIpAddress,
        ["database"] = Database.Name,
    };

    public override IReadOnlyList<KeyValuePair<string, Input<string>>> Environment =>
    [
        new("PGHOST", Instance.PrivateIpAddress),
        new("PGDATABASE", Database.Name),
        new("PGSSLMODE", "require"),
    ];

    public override void Grant(Scope scope, string name, Input<string> member, AccessLevel level)
    {
        scope.Add(new User(name)
        {
            Instance = Instance.Name,
            Name = UserName(member, out var type),
            Type = type,
            DatabaseRoles = [level == AccessLevel.Write ? "cloudsqlsuperuser" : "pg_read_all_data"],
            DeletionPolicy = "ABANDON",
        });
        Gcp.Roles.Give(scope, member, ["roles/cloudsql.client", "roles/cloudsql.instanceUser"]);
    }

    /// <summary>What the database calls a principal: a group by its address, an account by its own without the end that Postgres has no room for.</summary>
    private Input<string> UserName(Input<string> member, out string type)
    {
        if (GcpServiceAccount.Behind(member) is { } account)
        {
            type = "CLOUD_IAM_SERVICE_ACCOUNT";
            return Output.Format($"{account.AccountId}@{Gcp.Project}.iam");
        }

        var text = ((TextValue)member.Value).Text;
        type = text.StartsWith("user:", StringComparison.Ordinal) ? "CLOUD_IAM_USER" : "CLOUD_IAM_GROUP";
        return text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }
}
