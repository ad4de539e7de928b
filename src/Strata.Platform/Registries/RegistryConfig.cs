using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Registries;

/// <summary>A container registry: ECR, Artifact Registry, Harbor or the plain registry. The stack's pools may pull from it.</summary>
public sealed record RegistryConfig : ComponentConfig
{
    [Description("The system. ECR on AWS, Artifact Registry on Google Cloud and the plain registry on Kubernetes when left out.")]
    public RegistryEngine? Engine { get; init; }

    [Description("The images it is for, besides those of the stack that are pushed to it; each is a repository. One with the registry's own name when there are none.")]
    public IReadOnlyList<string> Images { get; init; } = [];

    [Description("How many versions of an image are kept. Google Cloud deletes none whose tag may not change.")]
    [Bounds(1, 10_000)]
    [PerEnvironment("10", "30")]
    public int Keep { get; init; }

    [Description("Days after which images without a tag are deleted.")]
    [Bounds(1, 3_650)]
    [PerEnvironment("3", "7")]
    public int UntaggedDays { get; init; }

    [Description("A tag never changes what it names. Tags that start with dev- always may, except on Google Cloud.")]
    public bool Immutable { get; init; } = true;

    [Description("Look for known vulnerabilities in what is pushed.")]
    public bool Scan { get; init; } = true;

    [Description("Who else may pull: account ids on AWS, principals on Google Cloud.")]
    public IReadOnlyList<string> Pullers { get; init; } = [];

    [Description("Public registries to pull through and keep copies of, by host: { quay.io: {}, registry.k8s.io: {} }.")]
    [Pattern("^(docker\\.io|ghcr\\.io|quay\\.io|registry\\.k8s\\.io|public\\.ecr\\.aws)$", "one of docker.io, ghcr.io, quay.io, registry.k8s.io, public.ecr.aws")]
    public IReadOnlyDictionary<string, UpstreamRegistry> PullThrough { get; init; } = new Dictionary<string, UpstreamRegistry>();

    [Description("The cluster it runs on (Harbor and the plain registry). The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("The host name it is reached by (Harbor and the plain registry).")]
    public string? Host { get; init; }

    [Description("How much it holds (Harbor and the plain registry).")]
    public ByteSize Size { get; init; } = ByteSize.FromGibibytes(200);

    [Description("The administrator's password, or for the plain registry the htpasswd line of the user that pulls and pushes.")]
    public SecretRef? Password { get; init; }

    [Description("The user that the stack's pods pull as (Harbor and the plain registry).")]
    public RegistryUser? Pull { get; init; }
}

/// <summary>A user of a registry that may pull.</summary>
public sealed record RegistryUser : ConfigRecord
{
    [Description("The user's name: a robot account of Harbor, or the user of the htpasswd line.")]
    public required string User { get; init; }

    [Description("The user's password.")]
    public required SecretRef Password { get; init; }
}

/// <summary>A registry system.</summary>
public enum RegistryEngine
{
    Ecr,
    ArtifactRegistry,
    Harbor,

    /// <summary>The CNCF's plain registry, <c>registry:2</c>.</summary>
    Registry,
}
