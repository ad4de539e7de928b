using System.Globalization;
using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Kubernetes.Rbac.V1;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>
/// A Kubernetes secret whose values are made inside the cluster and never leave it: they are not in the stack file, the graph,
/// the engine's state or rendered manifests.
/// </summary>
/// <remarks>
/// The secret is declared without them. A job whose account may read and change that one secret, and nothing else, gives each
/// missing key a random value and keeps what is there. To change a value, delete its key and the job, and deploy again.
/// </remarks>
internal sealed record GeneratedSecret
{
    /// <summary>The secret's name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the secret is.</summary>
    public required NamespaceHandle LivesIn { get; init; }

    /// <summary>Where the job that fills it runs: the same namespace, unless its further steps need secrets of another one.</summary>
    public required NamespaceHandle RunsIn { get; init; }

    /// <summary>What to make, with how many characters.</summary>
    public required IReadOnlyDictionary<string, int> Keys { get; init; }

    /// <summary>Keys whose values are no secret, such as a user's name.</summary>
    public InputMap<string>? Known { get; init; }

    /// <summary>What operators that read the secret want to know besides.</summary>
    public InputMap<string>? Annotations { get; init; }

    /// <summary>One of Kubernetes' own secret types; its keys are then those of <see cref="Known"/> and <see cref="Keys"/>.</summary>
    public string? Type { get; init; }

    /// <summary>Adds the secret and the job that fills it, which goes on with further steps; these find each key as a file in <see cref="KubernetesJob.Files"/>.</summary>
    /// <returns>The job, for whoever needs the values.</returns>
    public Resource Add(StackModel stack, IReadOnlyList<ContainerArgs> steps, IReadOnlyList<Resource> after)
    {
        var logical = Name.StartsWith(RunsIn.Prefix, StringComparison.Ordinal) ? Name : $"{RunsIn.Prefix}-{Name}";
        var account = $"{Name}-secret";
        var secret = LivesIn.Scope.Add(new Secret(logical, new ResourceOptions { DependsOn = [LivesIn.Resource], IgnoreChanges = ["data"] })
        {
            Metadata = KubernetesObject.Meta(stack, Name, Name, LivesIn.Name, Annotations),
            StringData = Known,
            Type = Type,
        });
        var identity = RunsIn.Scope.Add(new ServiceAccount($"{logical}-secret", new ResourceOptions { DependsOn = [RunsIn.Resource] })
        {
            Metadata = KubernetesObject.Meta(stack, Name, account, RunsIn.Name),
            AutomountServiceAccountToken = false,
        });
        var role = LivesIn.Scope.Add(new Role($"{logical}-secret", new ResourceOptions { DependsOn = [LivesIn.Resource] })
        {
            Metadata = KubernetesObject.Meta(stack, Name, account, LivesIn.Name),
            Rules = [new PolicyRuleArgs { ApiGroups = [""], Resources = ["secrets"], ResourceNames = [Name], Verbs = ["get", "patch"] }],
        });
        var binding = LivesIn.Scope.Add(new RoleBinding($"{logical}-secret", new ResourceOptions { DependsOn = [role] })
        {
            Metadata = KubernetesObject.Meta(stack, Name, account, LivesIn.Name),
            RoleRef = new RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = account },
            Subjects = [new SubjectArgs { Kind = "ServiceAccount", Name = account, Namespace = RunsIn.Name }],
        });
        return KubernetesJob.Add(stack, RunsIn, $"{logical}-secret", account, [FillStep(steps.Count > 0), .. steps], [secret, identity, binding, .. after]);
    }

    private ContainerArgs FillStep(bool writeFiles) => KubernetesJob.Step(
        "secret",
        ContainerImages.Get("python-3.13").Reference,
        ["python3", "-c", SecretGenerator.Program],
        [
            KubernetesJob.Variable("SECRET_NAMESPACE", LivesIn.Name),
            KubernetesJob.Variable("SECRET_NAME", Name),
            KubernetesJob.Variable("SECRET_KEYS", string.Join(' ', Keys.Select(key => string.Create(CultureInfo.InvariantCulture, $"{key.Key}={key.Value}")))),
            .. writeFiles ? [KubernetesJob.Variable("SECRET_FILES", KubernetesJob.Files)] : Array.Empty<EnvVarArgs>(),
        ]);
}
