using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Databases and warehouses with an address in the internet.</summary>
internal static class PublicDatabases
{
    public static PolicyRule Rule { get; } = new(
        "STR702",
        "public-databases",
        PolicySubjects.PublicAccess,
        Severity.Error,
        "RDS and Redshift Serverless that are publicly accessible; Cloud SQL with a public address or open authorised networks.",
        "A database in the internet is found within minutes and tried for passwords from then on.")
    {
        Types = ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance", "aws:redshiftserverless/workgroup:Workgroup", "gcp:sql/databaseInstance:DatabaseInstance"],
        OfResource = (database, _) => Check(database),
    };

    private static IEnumerable<PolicyViolation> Check(Resource database)
    {
        if (database.At("publiclyAccessible").IsTrue())
        {
            yield return new("publiclyAccessible", $"The database '{database.LogicalName}' has an address in the internet. Set 'publiclyAccessible' to false and reach it through the network.");
        }

        if (database.PackageName == "gcp" && !database.At("settings.ipConfiguration.ipv4Enabled").IsFalse())
        {
            yield return new("settings.ipConfiguration.ipv4Enabled", $"The database '{database.LogicalName}' has an address in the internet, which Cloud SQL gives unless told not to. Set 'ipv4Enabled' to false and name a private network.");
        }
    }
}
