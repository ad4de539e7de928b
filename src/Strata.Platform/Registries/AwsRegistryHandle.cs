using Strata.Aws.Ecr;
using Strata.Graph;
using Strata.Platform.Foundation;

namespace Strata.Platform.Registries;

/// <summary>ECR repositories.</summary>
internal sealed record AwsRegistryHandle(RegistryConfig Config, IReadOnlyList<(string Image, Repository Repository)> Repositories)
    : RegistryHandle(Config, [.. Repositories.Select(r => KeyValuePair.Create<string, Input<string>>(r.Image, r.Repository.RepositoryUrl))])
{
    /// <summary>What an identity's policy has to say to pull.</summary>
    public IReadOnlyList<PolicyStatement> PullStatements =>
    [
        new(["ecr:GetAuthorizationToken"], ["*"]), // The token is the account's: the action takes no resource.
        new(["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"], [.. Repositories.Select(r => r.Repository.Arn)]),
    ];

    /// <summary>What a policy has to say, besides pulling, to push.</summary>
    public PolicyStatement PushStatement => new(
        ["ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage", "ecr:DescribeImages"],
        [.. Repositories.Select(r => r.Repository.Arn)]);
}
