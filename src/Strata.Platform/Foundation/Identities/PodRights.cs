using Strata.Graph;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Foundation;

/// <summary>What pods may do, in each cloud's own terms.</summary>
internal sealed record PodRights
{
    /// <summary>Storage, on the cluster's own cloud or elsewhere.</summary>
    public IReadOnlyList<StorageGrant> Storage { get; init; } = [];

    /// <summary>Its pods run the team's own code, which writes experiments down where the stack has them written down.</summary>
    public bool RunsCode { get; init; }

    /// <summary>Further statements of the role (AWS).</summary>
    public IReadOnlyList<PolicyStatement> Statements { get; init; } = [];

    /// <summary>Annotations of the secret with the pods' key to the store (Kubernetes), for operators that read it themselves.</summary>
    public InputMap<string>? SecretAnnotations { get; init; }

    /// <summary>Further roles in the project (Google Cloud): <c>roles/batch.jobsEditor</c>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}

/// <summary>Access to one storage component.</summary>
/// <param name="Name">The storage's name, for what the access is made of.</param>
internal sealed record StorageGrant(StorageHandle Storage, AccessLevel Level, string Name)
{
    /// <summary>The cloud it is on when that is not the cluster's own.</summary>
    public Cloud? Elsewhere { get; init; }
}
