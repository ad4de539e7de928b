using Strata.Aws.Ecr;
using Strata.Aws.Ecr.Inputs;
using Strata.Aws.SecretsManager;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Registries;

/// <summary>A registry as one ECR repository for each image.</summary>
internal static class AwsRegistry
{
    /// <summary>Where ECR reaches the registries it pulls through, and whether they want a credential (ECR user guide, "Pull through cache", read 2026-08).</summary>
    private static readonly Dictionary<string, (string Url, bool NeedsCredential)> Upstreams = new()
    {
        ["docker.io"] = ("registry-1.docker.io", true),
        ["ghcr.io"] = ("ghcr.io", true),
        ["quay.io"] = ("quay.io", false),
        ["registry.k8s.io"] = ("registry.k8s.io", false),
        ["public.ecr.aws"] = ("public.ecr.aws", false),
    };

    public static AwsRegistryHandle Expand(RegistryConfig config, ComponentContext context)
    {
        var key = context.Expansion.Foundations.Aws.Keys.ArnFor("storage");
        var repositories = RegistryImages.Of(config, context.Stack).Select(image => (Image: image, Repository: AddRepository(config, context, image, key))).ToList();
        foreach (var (host, upstream) in config.PullThrough)
        {
            AddPullThrough(config, context, host, upstream);
        }

        return new AwsRegistryHandle(config, repositories);
    }

    private static Repository AddRepository(RegistryConfig config, ComponentContext context, string image, Input<string>? key)
    {
        var scope = context.Scope;
        var name = image == config.Name ? image : $"{config.Name}-{image}";
        var repository = scope.Add(new Repository(name, context.HoldsData)
        {
            Name = context.Expansion.Named(AwsNames.EcrRepository, image),
            ForceDelete = !context.IsProd,
            ImageTagMutability = config.Immutable ? "IMMUTABLE_WITH_EXCLUSION" : "MUTABLE",
            ImageTagMutabilityExclusionFilters = config.Immutable
                ? [new RepositoryImageTagMutabilityExclusionFilterArgs { Filter = "dev-*", FilterType = "WILDCARD" }]
                : null,
            ImageScanningConfiguration = new RepositoryImageScanningConfigurationArgs { ScanOnPush = config.Scan },
            EncryptionConfigurations = [new RepositoryEncryptionConfigurationArgs { EncryptionType = key is null ? "AES256" : "KMS", KmsKey = key }],
        });
        scope.Add(new LifecyclePolicy($"{name}-cleanup") { Repository = repository.Name, Policy = Output.Json(Cleanup(config)) });
        if (config.Pullers.Count > 0)
        {
            scope.Add(new RepositoryPolicy($"{name}-pullers") { Repository = repository.Name, Policy = PolicyDocument.Of(Pull(config)) });
        }

        return repository;
    }

    /// <summary>Rules with priorities of their own, the narrow ones first: an image falls to the first that matches it.</summary>
    private static ValueMap Cleanup(RegistryConfig config) => new()
    {
        ["rules"] = Value.List(
            Rule(1, "Images without a tag", new ValueMap { ["tagStatus"] = "untagged", ["countType"] = "sinceImagePushed", ["countUnit"] = "days", ["countNumber"] = config.UntaggedDays }),
            Rule(2, "Images of branches", new ValueMap { ["tagStatus"] = "tagged", ["tagPatternList"] = Value.List("dev-*"), ["countType"] = "sinceImagePushed", ["countUnit"] = "days", ["countNumber"] = 14 }),
            Rule(3, $"All but the last {config.Keep}", new ValueMap { ["tagStatus"] = "any", ["countType"] = "imageCountMoreThan", ["countNumber"] = config.Keep })),
    };

    private static Value Rule(int priority, string description, ValueMap selection) => new ValueMap
    {
        ["rulePriority"] = priority,
        ["description"] = description,
        ["selection"] = selection,
        ["action"] = new ValueMap { ["type"] = "expire" },
    };

    private static PolicyStatement Pull(RegistryConfig config) => new(["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"], [])
    {
        Sid = "Pull",
        Principal = new ValueMap { ["AWS"] = Value.List(config.Pullers.Select(account => (Value)$"arn:aws:iam::{account}:root")) },
    };

    private static void AddPullThrough(RegistryConfig config, ComponentContext context, string host, UpstreamRegistry upstream)
    {
        var (url, needsCredential) = Upstreams[host];
        var name = $"{config.Name}-{host.Replace('.', '-')}";
        if (needsCredential && upstream is not { User: not null, Token: not null })
        {
            context.Diagnostics.Add(RegistryErrors.NeedsCredential(upstream.KeySpan ?? config.SpanOf(nameof(RegistryConfig.PullThrough)), host));
            return;
        }

        context.Scope.Add(new PullThroughCacheRule(name)
        {
            EcrRepositoryPrefix = context.Expansion.Named(AwsNames.EcrPullThroughPrefix, host),
            UpstreamRegistryUrl = url,
            CredentialArn = upstream is { User: { } user, Token: { } token } ? Credential(context, name, user, token.Name) : null,
        });
    }

    /// <summary>ECR reads credentials from secrets whose names begin with <c>ecr-pullthroughcache/</c>.</summary>
    private static Output<string> Credential(ComponentContext context, string name, string user, string token)
    {
        var secret = context.Scope.Add(new Secret($"{name}-credential")
        {
            Name = "ecr-pullthroughcache/" + context.Expansion.Named(AwsNames.Secret, name),
            RecoveryWindowInDays = context.IsProd ? 30 : 0,
        });
        context.Scope.Add(new SecretVersion($"{name}-credential")
        {
            SecretId = secret.Id,
            SecretString = Output.Secret(Output.Json(new ValueMap { ["username"] = user, ["accessToken"] = Output.ConfigSecret(token).Value })),
        });
        return secret.Arn;
    }
}
