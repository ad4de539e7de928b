using Strata.Graph;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>A Qdrant in the team's namespace.</summary>
/// <param name="Ready">What users of it wait for.</param>
internal sealed record QdrantHandle(string Name, NamespaceHandle Space, IReadOnlyList<Resource> Ready) : StorageHandle, INamespaceStorage
{
    public const string WriteKey = "api-key";
    public const string ReadKey = "read-only-api-key";

    /// <summary>The secret with the keys.</summary>
    public string Secret => $"{Name}-keys";

    private string Url => $"http://{Name}.{Space.Name}.svc:6333";

    private string Prefix => Name.ToUpperInvariant().Replace('-', '_');

    public override ValueMap Outputs => new() { ["engine"] = "qdrant", ["url"] = Url };

    public override IReadOnlyList<KeyValuePair<string, Input<string>>> Environment => [new($"{Prefix}_URL", Url)];

    public IEnumerable<EnvVarArgs> EnvironmentFor(string user, AccessLevel level) =>
    [
        .. Environment.Select(e => KubernetesJob.Variable(e.Key, e.Value)),
        KubernetesJob.FromSecret($"{Prefix}_API_KEY", Secret, level == AccessLevel.Read ? ReadKey : WriteKey),
    ];
}
