using System.Globalization;
using System.Text;
using Strata.Platform.Catalog;
using Strata.Platform.Costs;

namespace Strata.Platform.Tests.Costs;

/// <summary>Writes docs/prices.md: what of the two regions that the catalog offers is in the table of prices, how old it is, and what is not.</summary>
public sealed class PricePageTests
{
    /// <summary>What is sold, and how the names of its prices begin.</summary>
    private static readonly (string What, string[] Skus)[] Aws =
    [
        ("EC2 machines", ["ec2/"]), ("EC2 machines, spot", ["ec2-spot/"]), ("EBS disks", ["ebs/"]), ("EKS control plane", ["eks/"]),
        ("NAT gateway", ["vpc/nat", "vpc/nat-data"]), ("VPC endpoint", ["vpc/endpoint"]), ("public address", ["vpc/public-ip"]), ("load balancer", ["elb/"]), ("traffic to the internet", ["egress/"]),
        ("S3", ["s3/"]), ("ECR", ["ecr/"]), ("KMS", ["kms/"]), ("Secrets Manager", ["secretsmanager/"]), ("CloudWatch", ["cloudwatch/"]), ("DynamoDB", ["dynamodb/"]),
        ("EFS", ["efs/"]), ("FSx for Lustre", ["fsx-lustre/"]), ("Fargate", ["fargate/"]),
        ("RDS for PostgreSQL", ["rds/"]), ("RDS for PostgreSQL in two zones", ["rds-multi-az/"]), ("RDS disks", ["rds-storage/"]), ("RDS disks in two zones", ["rds-storage-multi-az/"]),
        ("ElastiCache for Valkey", ["elasticache-valkey/"]), ("Redshift Serverless", ["redshift-serverless/"]), ("Managed Airflow", ["mwaa/", "mwaa-worker/"]),
        ("SageMaker endpoints", ["sagemaker/"]), ("SageMaker notebooks", ["sagemaker-notebook/"]), ("SageMaker disks", ["sagemaker-storage/"]), ("SageMaker MLflow", ["sagemaker-mlflow/"]),
    ];

    private static readonly (string What, string[] Skus)[] Gcp =
    [
        ("Compute Engine machines", ["gce/"]), ("Compute Engine machines, spot", ["gce-spot/"]), ("attached GPUs", ["gce-gpu/"]), ("attached GPUs, spot", ["gce-gpu-spot/"]), ("disks", ["disk/"]),
        ("GKE control plane", ["gke/"]), ("NAT gateway", ["nat/"]), ("load balancer", ["lb/"]), ("traffic to the internet", ["egress/"]),
        ("Cloud Storage", ["gcs/"]), ("BigQuery storage", ["bigquery/"]), ("Artifact Registry", ["artifactregistry/"]), ("KMS", ["kms/"]), ("Secret Manager", ["secretmanager/"]), ("alerts", ["monitoring/"]),
        ("Filestore", ["filestore/"]), ("Managed Lustre", ["lustre/"]), ("Parallelstore", ["parallelstore/"]),
        ("Cloud SQL, db-f1-micro", ["sql/db-", "sql/regional-db-"]), ("Cloud SQL, vCPUs and memory", ["sql/vcpu", "sql/memory", "sql/regional-vcpu", "sql/regional-memory"]),
        ("Cloud SQL, disks", ["sql/storage-", "sql/regional-storage-"]), ("Memorystore for Redis", ["redis/"]), ("Bigtable", ["bigtable/"]), ("Cloud Workstations", ["workstations/"]),
    ];

    [Fact]
    public void The_page_says_what_is_known_of_the_catalogs_regions()
    {
        var text = new StringBuilder("""
            # Prices

            What the table of prices has of the two regions that the catalog offers, and from when it is. What is unknown there may be known elsewhere,
            which is no price of here. [Costs](costs.md#prices) says what the table is and how a repository adds to it. This page is written by a test
            from the table.


            """);
        Add(text, "aws", "eu-central-1", Aws);
        Add(text, "gcp", "europe-west4", Gcp);
        Golden.CheckFile("docs/prices.md", text.ToString().TrimEnd('\n') + "\n");
    }

    [Fact]
    public void Each_price_is_of_something_that_the_page_names() => Assert.All(
        PriceTable.BuiltIn.Rows,
        row => Assert.True((row.Cloud == "aws" ? Aws : Gcp).Count(sold => IsOf(row, sold.Skus)) == 1, $"docs/prices.md has no line for {row.Cloud} {row.Sku}, or two."));

    private static void Add(StringBuilder text, string cloud, string region, (string What, string[] Skus)[] all)
    {
        text.Append(CultureInfo.InvariantCulture, $"## {region}\n\n| what | prices | read in |\n| --- | --- | --- |\n");
        foreach (var (what, skus) in all)
        {
            var rows = PriceTable.BuiltIn.Rows.Where(row => row.Cloud == cloud && IsOf(row, skus)).ToList();
            var here = rows.Where(row => row.Region == region || row.Region == "*").OrderBy(row => row.AsOf).ToList();
            text.Append(CultureInfo.InvariantCulture, $"| {what} | {(here.Count == 0 ? "unknown" : here.Count)} | {(here.Count == 0 ? Elsewhere(rows) : Days(here))} |\n");
        }

        var unpriced = Unpriced(cloud, region);
        text.Append(CultureInfo.InvariantCulture, $"\nMachines that a size can become there, without a price: {(unpriced.Count == 0 ? "none" : string.Join(", ", unpriced))}.\n\n");
    }

    /// <summary>A family that has no price at all is one name.</summary>
    private static List<string> Unpriced(string cloud, string region) =>
    [
        .. from machine in Machines.Of(cloud == "aws" ? Cloud.Aws : Cloud.Gcp)
           where machine.Accelerator is not { Attached: true } && Availability.MayOffer(machine, region)
           group machine by machine.Family into family
           let unknown = family.Where(machine => !IsPriced(machine, cloud, region)).ToList()
           from name in unknown.Count == family.Count() && unknown.Count > 1 ? [$"{family.Key}{(cloud == "aws" ? '.' : '-')}*"] : unknown.Select(machine => machine.Name)
           select $"`{name}`",
    ];

    private static bool IsPriced(MachineType machine, string cloud, string region)
    {
        var service = cloud == "aws" ? "ec2" : "gce";
        return PriceTable.BuiltIn.Find(cloud, region, $"{service}/{machine.Name}") is not null || PriceTable.BuiltIn.Find(cloud, region, $"{service}/{machine.Family}.*") is not null;
    }

    private static string Days(List<PriceRow> rows)
    {
        var (first, last) = (Month(rows[0]), Month(rows[^1]));
        return first == last ? first : $"{first} to {last}";
    }

    private static string Month(PriceRow row) => row.AsOf.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Elsewhere(List<PriceRow> rows) => rows.Count == 0
        ? "known nowhere"
        : $"known in {string.Join(", ", rows.Select(row => row.Region).Distinct().Order(StringComparer.Ordinal))}";

    private static bool IsOf(PriceRow row, string[] skus) => skus.Any(sku => sku[^1] is '/' or '-' ? row.Sku.StartsWith(sku, StringComparison.Ordinal) : row.Sku == sku);
}
