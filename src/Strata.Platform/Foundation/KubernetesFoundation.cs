using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>What a stack stands on in a Kubernetes cluster, whoever runs it.</summary>
internal sealed class KubernetesFoundation(StackExpansion expansion)
{
    /// <summary>Makes what belongs to the whole stack.</summary>
    public void ExpandStackWide() => _ = expansion;
}
