using System.Text.Json.Nodes;
using Strata.Graph;
using static Strata.Platform.Tests.Cells.CellObject;

namespace Strata.Platform.Tests.Cells;

/// <summary>What a reviewer looks for in each cell's stack: things that name others which are not there, and things that nobody uses.</summary>
public sealed class CellWiringTests
{
    private static readonly string[] Used = ["aws:iam/role:Role", "aws:ec2/securityGroup:SecurityGroup", "aws:ec2/launchTemplate:LaunchTemplate"];

    private static readonly string[] Days = ["noncurrentDays", "days", "daysAfterInitiation", "retentionInDays", "backupRetentionPeriod"];

    public static TheoryData<string> Built => [.. Cell.AllBuilt.Select(cell => cell.Path)];

    [Theory]
    [MemberData(nameof(Built))]
    public void What_pods_name_is_there(string path)
    {
        var all = Objects(path);
        var problems = new List<string>();
        foreach (var (resource, json) in all.Where(one => one.Resource.TypeToken is "kubernetes:apps/v1:Deployment" or "kubernetes:apps/v1:StatefulSet" or "kubernetes:apps/v1:DaemonSet" or "kubernetes:batch/v1:Job" or "kubernetes:batch/v1:CronJob"
            || one.Resource.TypeToken.StartsWith("kubernetes:ray.io/", StringComparison.Ordinal) || one.Resource.TypeToken.EndsWith(":InferenceService", StringComparison.Ordinal) || one.Resource.TypeToken == "kubernetes:mlops.seldon.io/v1alpha1:Server"))
        {
            var space = Said(json["metadata"]?["namespace"]);
            foreach (var (key, value) in Everything(json["spec"]))
            {
                var (type, name) = key switch
                {
                    "serviceAccountName" => ("ServiceAccount", Said(value)),
                    "secretKeyRef" => ("Secret", Said(value?["name"])),
                    "configMapKeyRef" => ("ConfigMap", Said(value?["name"])),
                    "configMap" => ("ConfigMap", Said(value?["name"])),
                    "secretRef" => ("Secret", Said(value?["name"])),
                    "secret" => ("Secret", Said(value?["secretName"])),
                    "persistentVolumeClaim" => ("PersistentVolumeClaim", Said(value?["claimName"])),
                    _ => ("", null),
                };
                if (name is not null && type.Length > 0 && !IsThere(all, type, space, name))
                {
                    problems.Add($"{resource.LogicalName} names the {type} '{name}' in '{space}', which is not there.");
                }
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems.Distinct()));
    }

    [Theory]
    [MemberData(nameof(Built))]
    public void Whoever_is_given_rights_in_a_namespace_is_there(string path)
    {
        var all = Objects(path);
        var problems = from one in all
                       where one.Resource.TypeToken.EndsWith("RoleBinding", StringComparison.Ordinal)
                       from subject in one.Inputs["subjects"]?.AsArray() ?? []
                       where Said(subject!["kind"]) == "ServiceAccount" && !IsThere(all, "ServiceAccount", Said(subject["namespace"]), Said(subject["name"])!)
                       select $"{one.Resource.LogicalName} gives rights to '{subject!["name"]}' in '{subject["namespace"]}', which is not there.";
        Assert.Empty(problems);
    }

    /// <summary>A role for pods is known to the cluster by its association; others are named by what runs as them, but for those that people take on.</summary>
    [Theory]
    [MemberData(nameof(Built))]
    public void Roles_and_security_groups_are_used(string path)
    {
        var graph = Cell.Of(path).Graph("prod");
        var used = new HashSet<Resource>();
        foreach (var resource in graph.Resources.Where(resource => resource.TypeToken is not ("aws:iam/rolePolicy:RolePolicy" or "aws:iam/rolePolicyAttachment:RolePolicyAttachment" or "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" or "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")))
        {
            used.UnionWith(resource.InputProperties.SelectMany(input => Dependencies.In(input.Value)));
        }

        used.UnionWith(graph.Outputs.SelectMany(output => Dependencies.In(output.Value)));
        var alone = graph.Resources.Where(resource => Used.Contains(resource.TypeToken) && !used.Contains(resource) && !resource.LogicalName.StartsWith("access-", StringComparison.Ordinal));
        Assert.Empty(alone.Select(resource => $"{resource.TypeToken} {resource.LogicalName}"));
    }

    /// <summary>S3 takes no rule for zero days.</summary>
    [Theory]
    [MemberData(nameof(Built))]
    public void Nothing_is_deleted_after_no_days(string path)
    {
        var problems = from one in Objects(path)
                       from entry in Everything(one.Inputs)
                       where Days.Contains(entry.Key) && entry.Value is JsonValue value && value.TryGetValue<double>(out var days) && days < 1
                       select $"{one.Resource.LogicalName}: {entry.Key} is {entry.Value}.";
        Assert.Empty(problems);
    }

    private static bool IsThere(IReadOnlyList<(Resource Resource, JsonNode Inputs)> all, string type, string? space, string name) => all.Any(one =>
        (one.Resource.TypeToken.EndsWith($":{type}", StringComparison.Ordinal) && Said(one.Inputs["metadata"]?["name"]) == name && Said(one.Inputs["metadata"]?["namespace"]) == space)
        || (type == "Secret" && one.Resource.TypeToken.EndsWith(":ExternalSecret", StringComparison.Ordinal) && Said(one.Inputs["spec"]?["target"]?["name"]) == name)
        || (type == "Secret" && one.Resource.TypeToken.EndsWith(":Certificate", StringComparison.Ordinal) && Said(one.Inputs["spec"]?["secretName"]) == name)
        || (type == "Secret" && one.Resource.TypeToken == "kubernetes:postgresql.cnpg.io/v1:Cluster" && $"{Said(one.Inputs["metadata"]?["name"])}-app" == name)
        || (type == "ServiceAccount" && one.Resource.TypeToken == "kubernetes:helm.sh/v3:Release" && Said(one.Inputs["namespace"]) == space));

    private static IReadOnlyList<(Resource Resource, JsonNode Inputs)> Objects(string path) => [.. CellObject.Of(path).Select(one => (one.Resource, one.Inputs))];
}
