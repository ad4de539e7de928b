using System.Globalization;
using System.Text.Json.Nodes;
using Strata.Graph;
using Strata.Graph.Formats;
using static Strata.Platform.Tests.Cells.CellObject;

namespace Strata.Platform.Tests.Cells;

/// <summary>Whoever acts in a cell may do what it is for, is known where it does so, and may do no more than that; whatever watches tells somebody.</summary>
public sealed class CellRightsTests
{
    private const string ActAs = "roles/iam.serviceAccountUser";

    public static TheoryData<string> Built => [.. Cell.AllBuilt.Select(cell => cell.Path)];

    [Theory]
    [MemberData(nameof(Built))]
    public void Alarms_tell_somebody(string path)
    {
        var all = Of(path);
        var rolledBack = all.Where(one => one.Type == "aws:sagemaker/endpoint:Endpoint").SelectMany(one => one.Resource.InputProperties.SelectMany(input => Dependencies.In(input.Value))).ToHashSet();
        var silent = all.Where(one => one.Type switch
        {
            "gcp:monitoring/alertPolicy:AlertPolicy" => one.Inputs["notificationChannels"] is not JsonArray { Count: > 0 },
            "aws:cloudwatch/metricAlarm:MetricAlarm" => one.Inputs["alarmActions"] is not JsonArray { Count: > 0 } && !rolledBack.Contains(one.Resource),
            _ => false,
        });
        Assert.Empty(silent.Select(one => one.Resource.LogicalName));
    }

    /// <summary>An object that is written before its bucket keeps versions has none, and not the bucket's key either.</summary>
    [Theory]
    [MemberData(nameof(Built))]
    public void Objects_wait_for_their_bucket(string path)
    {
        var all = Of(path);
        var early = from one in all
                    where one.Type == "aws:s3/bucketObjectv2:BucketObjectv2"
                    from setting in all
                    where setting.Type is "aws:s3/bucketVersioning:BucketVersioning" or "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"
                    where Said(setting.Inputs["bucket"]) == Said(one.Inputs["bucket"]) && !one.Resource.ResourceOptions.DependsOn.Contains(setting.Resource)
                    select $"{one.Resource.LogicalName} does not wait for {setting.Resource.LogicalName}.";
        Assert.Empty(early);
    }

    [Theory]
    [MemberData(nameof(Built))]
    public void Who_submits_jobs_may_act_as_the_accounts_that_they_run_as(string path)
    {
        var all = Of(path);
        var members = all.Where(one => one.Type == "gcp:projects/iAMMember:IAMMember" && Said(one.Inputs["role"]) == "roles/batch.jobsEditor").Select(one => Said(one.Inputs["member"])).Where(member => member!.Contains("${it-", StringComparison.Ordinal));
        Assert.All(members, member => Assert.True(all.Any(one => one.Type == "gcp:serviceaccount/iAMMember:IAMMember" && Said(one.Inputs["role"]) == ActAs && Said(one.Inputs["member"]) == member), $"{member} may not."));
    }

    /// <summary>To act as every account of a project is to have all rights in it; only what deploys stacks may.</summary>
    [Theory]
    [MemberData(nameof(Built))]
    public void Nobody_acts_as_every_account(string path)
    {
        var wide = Of(path).Where(one => one.Type == "gcp:projects/iAMMember:IAMMember" && Said(one.Inputs["role"]) is ActAs or "roles/iam.serviceAccountTokenCreator" or "roles/container.developer" or "roles/editor" or "roles/owner");
        Assert.Empty(wide.Where(one => !one.Resource.LogicalName.StartsWith("ci-", StringComparison.Ordinal)).Select(one => one.Resource.LogicalName));
    }

    /// <summary>A role from outside the cluster that asks EKS where it is means to talk to it, and its machines have to reach it.</summary>
    [Theory]
    [MemberData(nameof(Built))]
    public void Roles_that_use_a_cluster_are_known_to_it(string path)
    {
        var all = Of(path);
        var roles = from policy in all
                    where policy.Type == "aws:iam/rolePolicy:RolePolicy" && policy.Resource.LogicalName.StartsWith("it-", StringComparison.Ordinal)
                    where Said(policy.Inputs["policy"])?.Contains("eks:DescribeCluster", StringComparison.Ordinal) is true
                    select Said(policy.Inputs["role"])!.Replace(".id", ".arn", StringComparison.Ordinal);
        foreach (var role in roles)
        {
            Assert.Contains(all, one => one.Type == "aws:eks/accessEntry:AccessEntry" && Said(one.Inputs["principalArn"]) == role);
            Assert.Contains(all, one => one.Type == "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" && Said(one.Inputs["securityGroupId"])!.Contains("clusterSecurityGroupId", StringComparison.Ordinal) && one.Inputs["fromPort"]!.ToString() == "443");
        }
    }

    /// <summary>https://docs.cloud.google.com/composer/docs/composer-3/scale-environments, read 2026-11-26: cores, memory per core in GB, count.</summary>
    [Theory]
    [InlineData("scheduler", 0.5, 1, 3)]
    [InlineData("triggerer", 0.5, 1, 10)]
    [InlineData("dagProcessor", 0.5, 32, 3)]
    [InlineData("webServer", 1, 4, 1)]
    [InlineData("worker", 0.5, 32, 100)]
    public void Composer_takes_the_sizes_of_its_parts(string part, double least, double most, int count)
    {
        foreach (var environment in (string[])["dev", "prod"])
        {
            var sizes = Of("cells/schedulers/airflow/gcp-managed", environment).Single(one => one.Type == "gcp:composer/environment:Environment").Inputs["config"]!["workloadsConfig"]![part]!;
            var cores = Number(sizes["cpu"]);
            Assert.InRange(cores, least, most);
            Assert.InRange(Number(sizes["memoryGb"]), cores, 8 * cores);
            Assert.InRange(Number(sizes["count"] ?? sizes["maxCount"] ?? 1), 1, count);
        }
    }

    /// <summary>An identity that runs the team's code writes its experiments to the MLflow that SageMaker runs, and people look at them there.</summary>
    [Theory]
    [MemberData(nameof(Built))]
    public void Runs_may_write_down_experiments(string path)
    {
        var cell = Cell.Of(path);
        if (cell.Realization.Cloud != Cloud.Aws || cell.Kind.Section is "modelStores" or "endpoints" or "featureStores" || cell.Kind.Name is "airflow" or "step-functions" or "batch" or "cron")
        {
            return;
        }

        var graph = cell.Graph("dev", """
              strata:tracking: { engine: mlflow }
              strata:modelStores: { models: { engine: mlflow, managed: true, artifacts: lake } }
            """);
        var roles = graph.Resources.Where(resource => resource.TypeToken == "aws:iam/rolePolicy:RolePolicy")
            .ToDictionary(resource => resource.LogicalName, resource => string.Concat(resource.InputProperties.Select(input => ValueText.Of(input.Value))));
        Assert.Contains("\"sagemaker-mlflow:*\"", roles["access-members-policy"], StringComparison.Ordinal);
        Assert.Contains("sagemaker-mlflow:Log*", roles["jobs-job-role-policy"], StringComparison.Ordinal);
        if (cell.Kind.Name != "devcontainer")
        {
            Assert.Contains(roles, role => role.Key.StartsWith("it-", StringComparison.Ordinal) && role.Value.Contains("sagemaker-mlflow:Log*", StringComparison.Ordinal));
        }
    }

    /// <summary>What stops by itself is started again by those who work there.</summary>
    [Theory]
    [InlineData("machine/aws-self-hosted", "ec2:StartInstances")]
    [InlineData("machine/aws-self-hosted", "ssm:StartSession")]
    [InlineData("sagemaker-studio/aws-managed", "sagemaker:CreatePresignedDomainUrl")]
    [InlineData("machine/gcp-self-hosted", "roles/compute.instanceAdmin.v1")]
    [InlineData("machine/gcp-self-hosted", "roles/iap.tunnelResourceAccessor")]
    [InlineData("machine/gcp-self-hosted", ActAs)]
    [InlineData("vertex-workbench/gcp-managed", "roles/notebooks.admin")]
    [InlineData("vertex-workbench/gcp-managed", ActAs)]
    public void People_get_into_their_workspaces(string path, string right)
    {
        var all = Of($"cells/workspaces/{path}", "dev");
        Assert.Contains(all, one => (one.Resource.LogicalName == "access-members-policy" && Said(one.Inputs["policy"])!.Contains(right, StringComparison.Ordinal))
            || (Said(one.Inputs["role"]) == right && Said(one.Inputs["member"]) is "group:people@acme.example" or "user:ada@acme.example"));
    }

    /// <summary>CI deploys what is there: for each service of Google Cloud a role that may make, change and remove it.</summary>
    [Theory]
    [MemberData(nameof(Built))]
    public void Ci_may_make_what_the_stack_has(string path)
    {
        var cell = Cell.Of(path);
        if (cell.Realization.Cloud != Cloud.Gcp)
        {
            return;
        }

        var graph = cell.Graph("dev", "  strata:access: { ci: { repository: acme/pipelines } }");
        var roles = graph.Resources.Where(resource => resource.LogicalName.StartsWith("ci-deploy-", StringComparison.Ordinal)).Select(resource => resource.LogicalName["ci-deploy-".Length..]).ToHashSet();
        var services = graph.Resources.Select(resource => resource.TypeToken).Where(type => type.StartsWith("gcp:", StringComparison.Ordinal)).Select(type => type[4..type.IndexOf('/', StringComparison.Ordinal)]).Distinct();
        string[] RolesFor(string service) => service switch
        {
            "artifactregistry" => ["artifactregistry-admin"],
            "bigquery" => ["bigquery-admin"],
            "bigtable" => ["bigtable-admin"],
            "cloudscheduler" => ["cloudscheduler-admin"],
            "colab" or "vertex" => ["aiplatform-admin"],
            "composer" => ["composer-admin"],
            "compute" => ["compute-admin"],
            "container" => ["container-admin"],
            "dataproc" => ["dataproc-admin"],
            "firestore" => ["datastore-owner"],
            "iap" => ["iap-admin"],
            "kms" => ["cloudkms-admin"],
            "redis" => ["redis-admin"],
            "storage" => ["storage-admin"],
            "workbench" => ["notebooks-admin"],
            "workflows" => ["workflows-editor"],
            "workstations" => ["workstations-admin"],
            "monitoring" => ["monitoring-alertPolicyEditor", "monitoring-notificationChannelEditor"],
            _ => [],
        };
        Assert.Empty(services.SelectMany(RolesFor).Except(roles));
    }

    private static double Number(JsonNode? node) => double.Parse(node!.ToString(), CultureInfo.InvariantCulture);
}
