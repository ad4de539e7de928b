using Strata.Gcp.ArtifactRegistry;
using Strata.Graph;

namespace Strata.Platform.Registries;

/// <summary>An Artifact Registry repository for others to use.</summary>
/// <param name="Images">The images it is for.</param>
/// <param name="Repository">The repository itself.</param>
/// <param name="Mirror">The repository that public images are pulled through; null where there is none.</param>
internal sealed record GcpRegistryHandle(RegistryConfig Config, IReadOnlyList<string> Images, Repository Repository, Repository? Mirror)
    : RegistryHandle(Config, [.. Images.Select(image => KeyValuePair.Create(image, (Input<string>)Output.Format($"{Repository.RegistryUri}/{image}")))])
{
    /// <summary>Lets a Google Cloud principal pull.</summary>
    /// <param name="name">The start of the bindings' logical names, unique for principal and registry.</param>
    public void GrantPull(Scope scope, string name, Input<string> member)
    {
        Grant(scope, $"{name}-pull", Repository, member, "roles/artifactregistry.reader");
        if (Mirror is not null)
        {
            Grant(scope, $"{name}-mirror-pull", Mirror, member, "roles/artifactregistry.reader");
        }
    }

    /// <summary>Lets a Google Cloud principal push and pull.</summary>
    public void GrantPush(Scope scope, string name, Input<string> member) => Grant(scope, $"{name}-push", Repository, member, "roles/artifactregistry.writer");

    private static void Grant(Scope scope, string name, Repository repository, Input<string> member, string role) =>
        scope.Add(new RepositoryIamMember(name) { Repository = repository.Name, Location = repository.Location, Role = role, Member = member });
}
