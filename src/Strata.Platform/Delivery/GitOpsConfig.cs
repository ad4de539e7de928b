using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Delivery;

/// <summary>How what is in the repository reaches clusters without anybody's hand: Argo CD and Flux for clusters with 'renderTo', the Pulumi operator for the stack itself.</summary>
public sealed record GitOpsConfig : ConfigRecord
{
    [Description("The repository that holds the rendered files, as https:// or ssh://. The one of 'access.ci' on GitHub when left out, and with Flux the one it was bootstrapped from.")]
    [Pattern("^(https|ssh)://[^\\s]+$", "an address that starts with https:// or ssh://")]
    public string? Repository { get; init; }

    [Description("The branch that is applied.")]
    [Pattern("^[A-Za-z0-9._/-]+$", "a branch such as main")]
    public string Branch { get; init; } = "main";

    [Description("The folder of the repository that 'strata render' writes to.")]
    [Pattern("^[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$", "a folder, such as rendered")]
    public string Folder { get; init; } = "rendered";

    [Description("The Kubernetes secret that Flux and the Pulumi operator read the repository with: the keys 'username' and 'password' for https://, 'identity' and 'known_hosts' for ssh://. Argo CD keeps its own.")]
    [Pattern("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", "the name of a Kubernetes secret")]
    public string? Credentials { get; init; }

    [Description("The Pulumi Kubernetes Operator, which deploys the stack when its branch moves.")]
    public PulumiOperatorConfig? Operator { get; init; }
}

/// <summary>How the Pulumi Kubernetes Operator deploys the stack from a cluster that is there before it.</summary>
public sealed record PulumiOperatorConfig : ConfigRecord
{
    [Description("The organization at Pulumi that the stack belongs to. The stack's own 'organization' when left out.")]
    [Pattern("^[A-Za-z0-9_.-]+$", "a name of letters, digits, dashes, points and underscores")]
    public string? Organization { get; init; }

    [Description("The namespace that the operator watches.")]
    [Pattern("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", "at most 63 lower-case letters, digits and dashes")]
    public string Namespace { get; init; } = "pulumi-kubernetes-operator";

    [Description("The Kubernetes secret with the key 'accessToken', a token of Pulumi's.")]
    [Pattern("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", "the name of a Kubernetes secret")]
    public string Token { get; init; } = "pulumi-api-secret";

    [Description("What the deploying pod's service account says to the cloud: eks.amazonaws.com/role-arn, iam.gke.io/gcp-service-account.")]
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();

    [Description("Only show what would change, and change nothing.")]
    public bool Preview { get; init; }
}
