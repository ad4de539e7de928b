using Strata.Gcp.BigQuery;
using Strata.Graph;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>A BigQuery dataset for others to use.</summary>
/// <param name="Location">Its region: jobs run where the data is.</param>
/// <param name="Dataset">Its id, without the project.</param>
/// <param name="Connection">What reads the lake for tables over its files; null where there is no lake.</param>
internal sealed record BigQueryHandle(Warehouse Config, GcpFoundation Gcp, string Location, Input<string> Dataset, Connection? Connection)
    : WarehouseHandle(Config, WarehouseEngine.Bigquery)
{
    public override ValueMap Outputs => new()
    {
        ["engine"] = "bigquery",
        ["project"] = Gcp.Project,
        ["location"] = Location,
        ["dataset"] = Dataset,
        ["connection"] = Connection is null ? null : (Value)Connection.Name,
    };

    public override void Grant(Scope scope, string name, Input<string> member, AccessLevel level)
    {
        scope.Add(new DatasetIamMember(name)
        {
            DatasetId = Dataset,
            Role = level == AccessLevel.Write ? "roles/bigquery.dataEditor" : "roles/bigquery.dataViewer",
            Member = member,
        });
        if (Connection is not null && level == AccessLevel.Write)
        {
            // Making a table over the lake's files hands the table the connection's own access to them.
            scope.Add(new ConnectionIamMember(name)
            {
                ConnectionId = Connection.ConnectionId,
                Location = Location,
                Role = "roles/bigquery.connectionAdmin",
                Member = member,
            });
        }

        // Queries are jobs of the project, whatever they read.
        Gcp.Roles.Give(scope, member, ["roles/bigquery.jobUser"]);
    }
}
