using System.Globalization;
using Strata.Gcp.ArtifactRegistry;
using Strata.Gcp.ArtifactRegistry.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Registries;

/// <summary>A registry as one Artifact Registry repository; its images are paths in it and need not be made.</summary>
internal static class GcpRegistry
{
    public static GcpRegistryHandle Expand(RegistryConfig config, ComponentContext context)
    {
        var (name, scope) = (context.Name, context.Scope);
        var gcp = context.Expansion.Foundations.Gcp;
        var repository = scope.Add(new Repository(name, context.HoldsData with { DependsOn = [.. Apis(config, gcp)] })
        {
            RepositoryId = context.Named(GcpNames.ArtifactRepository),
            Location = gcp.Region,
            Format = "DOCKER",
            Description = $"Images of {context.Stack.Config.Team} ({context.Stack.Name})",
            DockerConfig = new RepositoryDockerConfigArgs { ImmutableTags = config.Immutable },
            CleanupPolicies = [.. CleanupPolicies(config)],
            CleanupPolicyDryRun = false,
            VulnerabilityScanningConfig = new RepositoryVulnerabilityScanningConfigArgs { EnablementConfig = config.Scan ? "INHERITED" : "DISABLED" },
            KmsKeyName = gcp.Keys.IdFor("registry"),
        });
        var handle = new GcpRegistryHandle(config, RegistryImages.Of(config, context.Stack), repository, GcpPullThrough.Add(config, context));
        foreach (var puller in config.Pullers)
        {
            if (GcpPrincipal.Parse(puller) is { } member)
            {
                handle.GrantPull(scope, $"{name}-puller-{GcpPrincipal.Slug(member)}", member);
            }
            else
            {
                context.Diagnostics.Add(GcpRegistryErrors.NotAPuller(config.SpanOf(nameof(config.Pullers)), puller));
            }
        }

        if (gcp.Ci is { } ci)
        {
            handle.GrantPush(scope, $"{name}-ci", ci.Deploy.Principal());
        }

        return handle;
    }

    private static IEnumerable<Resource> Apis(RegistryConfig config, GcpFoundation gcp)
    {
        yield return gcp.Api("artifactregistry");
        if (config.Scan)
        {
            yield return gcp.Api("containerscanning");
        }
    }

    // Keeping wins over deleting. Google never deletes a tag that may not change, so there old versions go only once untagged.
    private static IEnumerable<RepositoryCleanupPolicyArgs> CleanupPolicies(RegistryConfig config)
    {
        yield return Delete("delete-untagged", "UNTAGGED", config.UntaggedDays);
        if (!config.Immutable)
        {
            yield return Delete("delete-old", "TAGGED", config.UntaggedDays);
        }

        yield return new RepositoryCleanupPolicyArgs
        {
            Id = "keep-recent",
            Action = "KEEP",
            MostRecentVersions = new RepositoryCleanupPolicyMostRecentVersionsArgs { KeepCount = config.Keep },
        };
    }

    private static RepositoryCleanupPolicyArgs Delete(string id, string tagState, int days) => new()
    {
        Id = id,
        Action = "DELETE",
        Condition = new RepositoryCleanupPolicyConditionArgs
        {
            TagState = tagState,
            OlderThan = string.Create(CultureInfo.InvariantCulture, $"{days * 86_400L}s"),
        },
    };
}
