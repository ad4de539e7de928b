using System.Globalization;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Container images that may be another one tomorrow.</summary>
internal static class UnpinnedImages
{
    private static readonly (string Type, string Pods)[] Workloads =
    [
        ("kubernetes:apps/v1:Deployment", "spec.template.spec"), ("kubernetes:apps/v1:StatefulSet", "spec.template.spec"), ("kubernetes:apps/v1:DaemonSet", "spec.template.spec"),
        ("kubernetes:batch/v1:Job", "spec.template.spec"), ("kubernetes:batch/v1:CronJob", "spec.jobTemplate.spec.template.spec"), ("kubernetes:core/v1:Pod", "spec"),
    ];

    private static readonly (string Type, string Path)[] Services =
    [
        ("aws:batch/jobDefinition:JobDefinition", "containerProperties.image"), ("aws:sagemaker/model:Model", "primaryContainer.image"),
    ];

    public static PolicyRule Rule { get; } = new(
        "STR770",
        "unpinned-images",
        PolicySubjects.Pinning,
        Severity.Warning,
        "Images of Kubernetes workloads, ECS tasks, AWS Batch jobs, SageMaker models and Cloud Run without a tag or with one that moves, such as 'latest'; tags of images that the stack builds are looked at too.",
        "The same stack runs another program tomorrow, and nobody can say which one ran when it broke.")
    {
        Types =
        [
            .. Workloads.Select(workload => workload.Type), .. Services.Select(service => service.Type),
            "aws:ecs/taskDefinition:TaskDefinition", "gcp:cloudrunv2/service:Service", "gcp:cloudrunv2/job:Job",
        ],
        OfResource = (resource, _) => Check(resource),
    };

    private static IEnumerable<PolicyViolation> Check(Resource resource)
    {
        foreach (var (path, image) in Images(resource))
        {
            if (Text(image) is { } name && ContainerImageTag.ProblemOf(name) is { } problem)
            {
                yield return new(path, $"The image '{name}' of '{resource.LogicalName}' {problem}. Name a version or a digest.");
            }
        }
    }

    private static IEnumerable<(string Path, Value? Image)> Images(Resource resource)
    {
        foreach (var (type, path) in Services)
        {
            if (type == resource.TypeToken)
            {
                return [(path, resource.At(path))];
            }
        }

        return resource.TypeToken switch
        {
            "aws:ecs/taskDefinition:TaskDefinition" => Containers(resource, "containerDefinitions"),
            "gcp:cloudrunv2/service:Service" => Containers(resource, "template.containers"),
            "gcp:cloudrunv2/job:Job" => Containers(resource, "template.template.containers"),
            var type => Workloads.First(workload => workload.Type == type).Pods is var pods
                ? Containers(resource, $"{pods}.containers").Concat(Containers(resource, $"{pods}.initContainers"))
                : [],
        };
    }

    private static IEnumerable<(string Path, Value? Image)> Containers(Resource resource, string path) =>
        resource.At(path).AsItems().Select((container, i) => (string.Create(CultureInfo.InvariantCulture, $"{path}[{i}].image"), container.At("image")));

    /// <summary>The end of a name that is put together holds the tag; what comes before does not matter.</summary>
    private static string? Text(Value? image) => image switch
    {
        InterpolatedValue text when text.Parts[^1] is TextValue { Text: var end } => $"…{end}",
        _ => image.AsText(),
    };
}
