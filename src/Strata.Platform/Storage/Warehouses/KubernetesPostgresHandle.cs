using Strata.Graph;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>A Postgres database in the team's namespace, for others to use.</summary>
/// <param name="Config">What the stack file says of it.</param>
/// <param name="Database">The database's name.</param>
/// <param name="Ready">What users of it wait for.</param>
internal sealed record KubernetesPostgresHandle(Warehouse Config, string Database, NamespaceHandle Space, IReadOnlyList<Resource> Ready)
    : WarehouseHandle(Config, WarehouseEngine.Postgres), INamespaceStorage
{
    private string Name => Config.Name;

    /// <summary>The service that always leads to the primary.</summary>
    public string Host => $"{Name}-rw.{Space.Name}.svc";

    public override ValueMap Outputs => new() { ["engine"] = "postgres", ["host"] = Host, ["database"] = Database };

    public override IReadOnlyList<KeyValuePair<string, Input<string>>> Environment => [new($"{Prefix}_HOST", Host), new($"{Prefix}_DATABASE", Database)];

    /// <summary>What a user may do is a matter of its role in the database.</summary>
    public IEnumerable<EnvVarArgs> EnvironmentFor(string user, AccessLevel level) =>
    [
        .. Environment.Select(e => KubernetesJob.Variable(e.Key, e.Value)),
        KubernetesJob.FromSecret($"{Prefix}_USER", SecretOf(Name, user), "username"),
        KubernetesJob.FromSecret($"{Prefix}_PASSWORD", SecretOf(Name, user), "password"),
    ];

    /// <summary>The secret with a user's password.</summary>
    public static string SecretOf(string database, string user) => $"{database}-{user}";

    private string Prefix => Name.ToUpperInvariant().Replace('-', '_');
}
