using Strata.Gcp.ArtifactRegistry;
using Strata.Gcp.ArtifactRegistry.Inputs;
using Strata.Gcp.SecretManager;
using Strata.Gcp.SecretManager.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Registries;

/// <summary>Copies of public images: a repository for each upstream, and one over them all that nodes pull from.</summary>
internal static class GcpPullThrough
{
    private const string DockerHub = "docker.io";

    /// <returns>The repository over all of them; null when there is nothing to pull through.</returns>
    public static Repository? Add(RegistryConfig config, ComponentContext context)
    {
        var copies = config.PullThrough.Select(upstream => (Upstream: upstream.Key, Repository: context.Scope.Add(Copy(upstream.Key, upstream.Value, context)))).ToList();
        return copies.Count == 0 ? null : context.Scope.Add(new Repository($"{context.Name}-mirror")
        {
            RepositoryId = context.Named(GcpNames.ArtifactRepository, "mirror"),
            Location = context.Expansion.Foundations.Gcp.Region,
            Format = "DOCKER",
            Mode = "VIRTUAL_REPOSITORY",
            Description = "Public images, from the first of the upstreams that has them",
            VirtualRepositoryConfig = new RepositoryVirtualRepositoryConfigArgs
            {
                UpstreamPolicies =
                [
                    .. copies.Select((copy, index) => new RepositoryVirtualRepositoryConfigUpstreamPolicyArgs
                    {
                        Id = NameOf(copy.Upstream),
                        Repository = copy.Repository.Id,
                        Priority = 100 - index,
                    }),
                ],
            },
        });
    }

    private static Repository Copy(string upstream, UpstreamRegistry config, ComponentContext context)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        return new Repository($"{context.Name}-{NameOf(upstream)}", new() { DependsOn = [gcp.Api("artifactregistry")] })
        {
            RepositoryId = context.Named(GcpNames.ArtifactRepository, NameOf(upstream)),
            Location = gcp.Region,
            Format = "DOCKER",
            Mode = "REMOTE_REPOSITORY",
            Description = $"Copies of images from {upstream}",
            RemoteRepositoryConfig = new RepositoryRemoteRepositoryConfigArgs
            {
                Description = upstream,
                DockerRepository = upstream == DockerHub
                    ? new RepositoryRemoteRepositoryConfigDockerRepositoryArgs { PublicRepository = "DOCKER_HUB" }
                    : new RepositoryRemoteRepositoryConfigDockerRepositoryArgs
                    {
                        CustomRepository = new RepositoryRemoteRepositoryConfigDockerRepositoryCustomRepositoryArgs { Uri = $"https://{upstream}" },
                    },
                UpstreamCredentials = config is { User: { } user, Token: { } token } ? Credentials(context, NameOf(upstream), user, token) : null,
            },

            // What nobody pulled for two months is fetched again when somebody does.
            CleanupPolicies =
            [
                new RepositoryCleanupPolicyArgs
                {
                    Id = "delete-old",
                    Action = "DELETE",
                    Condition = new RepositoryCleanupPolicyConditionArgs { TagState = "ANY", OlderThan = "5184000s" },
                },
            ],
            CleanupPolicyDryRun = false,
            KmsKeyName = gcp.Keys.IdFor("registry"),
        };
    }

    /// <summary>Artifact Registry signs in with a token that it reads from Secret Manager.</summary>
    private static RepositoryRemoteRepositoryConfigUpstreamCredentialsArgs Credentials(ComponentContext context, string upstream, string user, SecretRef token)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var name = $"{context.Name}-{upstream}";
        var secret = context.Scope.Add(new Secret(name, new() { DependsOn = [gcp.Api("secretmanager")] })
        {
            SecretId = context.Named(GcpNames.Secret, upstream),
            Replication = new SecretReplicationArgs { Auto = new SecretReplicationAutoArgs() },
        });
        var reader = context.Scope.Add(new SecretIamMember(name)
        {
            SecretId = secret.SecretId,
            Role = "roles/secretmanager.secretAccessor",
            Member = gcp.Agents.MemberOf("artifactregistry"),
        });

        // Whoever names the version waits for the reader, too: Artifact Registry tries the token at once.
        var version = context.Scope.Add(new SecretVersion(name, new() { DependsOn = [reader] }) { Secret = secret.Id, SecretData = Output.ConfigSecret(token.Name) });
        return new RepositoryRemoteRepositoryConfigUpstreamCredentialsArgs
        {
            UsernamePasswordCredentials = new RepositoryRemoteRepositoryConfigUpstreamCredentialsUsernamePasswordCredentialsArgs
            {
                Username = user,
                PasswordSecretVersion = version.Name,
            },
        };
    }

    private static string NameOf(string upstream) => upstream.Replace('.', '-');
}
