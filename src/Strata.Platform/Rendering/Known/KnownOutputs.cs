using Strata.Graph;
using Strata.Platform.Stacks;

namespace Strata.Platform.Rendering;

/// <summary>Outputs of resources that follow from their inputs, by the clouds' own rules for ARNs, addresses and URLs.</summary>
internal static class KnownOutputs
{
    /// <summary>Told once for the whole stack, and not for each that needs it.</summary>
    public const string AccountUnknown = "the id of the AWS account";

    /// <summary>ARNs by resource type: account, region and name are put in (AWS service authorization reference, "Resource types").</summary>
    private static readonly Dictionary<string, (string Pattern, string Name)> Arns = new()
    {
        ["aws:s3/bucket:Bucket"] = ("arn:aws:s3:::{name}", "bucket"),
        ["aws:iam/role:Role"] = ("arn:aws:iam::{account}:role{path}{name}", "name"),
        ["aws:sns/topic:Topic"] = ("arn:aws:sns:{region}:{account}:{name}", "name"),
        ["aws:sqs/queue:Queue"] = ("arn:aws:sqs:{region}:{account}:{name}", "name"),
        ["aws:batch/jobQueue:JobQueue"] = ("arn:aws:batch:{region}:{account}:job-queue/{name}", "name"),
        ["aws:batch/jobDefinition:JobDefinition"] = ("arn:aws:batch:{region}:{account}:job-definition/{name}", "name"),
        ["aws:cloudwatch/logGroup:LogGroup"] = ("arn:aws:logs:{region}:{account}:log-group:{name}", "name"),
        ["aws:sfn/stateMachine:StateMachine"] = ("arn:aws:states:{region}:{account}:stateMachine:{name}", "name"),
        ["aws:sagemaker/mlflowTrackingServer:MlflowTrackingServer"] = ("arn:aws:sagemaker:{region}:{account}:mlflow-tracking-server/{name}", "trackingServerName"),
    };

    /// <summary>Outputs that are another input under its own or another name.</summary>
    private static readonly Dictionary<(string Type, string Output), string> Same = new()
    {
        [("aws:s3/bucket:Bucket", "id")] = "bucket",
        [("aws:iam/role:Role", "id")] = "name",
    };

    public static (string? Text, string? Unknown) Of(ReferenceValue reference, StackModel stack)
    {
        var (resource, output) = (reference.Resource, reference.Property);
        if (Literal(resource, Same.GetValueOrDefault((resource.TypeToken, output), output)) is { } same)
        {
            return (same, null);
        }

        if (Input(resource, output) is ReferenceValue or InterpolatedValue)
        {
            return KnownText.Of(Input(resource, output)!, stack);
        }

        return (resource.TypeToken, output) switch
        {
            ("gcp:kms/keyRing:KeyRing", "id") when Literal(resource, "name") is { } ring && Literal(resource, "location") is { } place && stack.Providers.GcpProject is { } own =>
                ($"projects/{own}/locations/{place}/keyRings/{ring}", null),
            ("gcp:kms/cryptoKey:CryptoKey", "id") when Literal(resource, "name") is { } key && Input(resource, "keyRing") is { } inRing =>
                KnownText.Of(inRing, stack) is ({ } known, _) ? ($"{known}/cryptoKeys/{key}", null) : Unknown(reference),
            (var type, "arn") when Arns.TryGetValue(type, out var arn) => Fill(arn.Pattern, resource, arn.Name, stack),
            ("aws:ecr/repository:Repository", "repositoryUrl") => Fill("{account}.dkr.ecr.{region}.amazonaws.com/{name}", resource, "name", stack),
            ("gcp:serviceaccount/account:Account", "email") => Literal(resource, "accountId") is { } id && stack.Providers.GcpProject is { } project ? ($"{id}@{project}.iam.gserviceaccount.com", null) : Unknown(reference),
            ("gcp:artifactregistry/repository:Repository", "registryUri") =>
                Literal(resource, "repositoryId") is { } repository && Literal(resource, "location") is { } location && stack.Providers.GcpProject is { } owner
                    ? ($"{location}-docker.pkg.dev/{owner}/{repository}", null)
                    : Unknown(reference),
            ("gcp:workflows/workflow:Workflow", "id") =>
                Literal(resource, "name") is { } workflow && Literal(resource, "region") is { } region && stack.Providers.GcpProject is { } project
                    ? ($"projects/{project}/locations/{region}/workflows/{workflow}", null)
                    : Unknown(reference),
            ("gcp:vertex/aiEndpoint:AiEndpoint", "id") =>
                Literal(resource, "name") is { } endpoint && Literal(resource, "location") is { } at && stack.Providers.GcpProject is { } project
                    ? ($"projects/{project}/locations/{at}/endpoints/{endpoint}", null)
                    : Unknown(reference),
            _ => Unknown(reference),
        };
    }

    private static (string?, string?) Unknown(ReferenceValue reference) => (null, $"'{reference.Property}' of '{reference.Resource.LogicalName}', which only the cloud gives");

    private static (string?, string?) Fill(string pattern, Resource resource, string nameInput, StackModel stack)
    {
        if (pattern.Contains("{account}", StringComparison.Ordinal) && stack.Config.Account is null)
        {
            return (null, AccountUnknown);
        }

        return Literal(resource, nameInput) is not { } name
            ? (null, $"the name of '{resource.LogicalName}', which only the cloud gives")
            : (pattern
                .Replace("{account}", stack.Config.Account, StringComparison.Ordinal)
                .Replace("{region}", stack.Providers.AwsRegion, StringComparison.Ordinal)
                .Replace("{path}", Literal(resource, "path") ?? "/", StringComparison.Ordinal)
                .Replace("{name}", name, StringComparison.Ordinal), null);
    }

    private static string? Literal(Resource resource, string input) => Input(resource, input) is TextValue text ? text.Text : null;

    private static Value? Input(Resource resource, string input) => resource.InputProperties.FirstOrDefault(property => property.Name == input).Value;
}
