using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>The team's namespace on the stack's cluster.</summary>
public sealed record NamespaceConfig : ConfigRecord
{
    [Description("The namespace's name; team and environment when left out.")]
    [Pattern("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", "at most 63 lower-case letters, digits and dashes")]
    public string? Name { get; init; }

    [Description("The Pod Security Standard that is enforced.")]
    public PodSecurity PodSecurity { get; init; } = PodSecurity.Baseline;

    [Description("How much the team may ask for at one time.")]
    public NamespaceQuota Quota { get; init; } = new();

    [Description("What a container gets that asks for nothing.")]
    public ContainerDefaults Defaults { get; init; } = new();
}

/// <summary>Kubernetes' Pod Security Standards.</summary>
public enum PodSecurity
{
    Privileged,
    Baseline,
    Restricted,
}
