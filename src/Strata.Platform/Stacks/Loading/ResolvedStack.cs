using System.Collections.Immutable;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>A stack's configuration with everything it extends merged in. Every node's span says which file set it.</summary>
/// <param name="Name">As Pulumi knows it; a <c>/</c> in it is a <c>-</c> in the file's name.</param>
/// <param name="File">The stack file; an empty text under its path when the engine knows the stack and there is no file.</param>
/// <param name="Config">
/// What stands under the <c>strata:</c> namespace, without that prefix and without <c>extends</c>. Below <c>secrets</c> each
/// value is <c>{ secure: '[secret]' }</c>, whichever way the stack was loaded.
/// </param>
/// <param name="ProviderConfig">All other namespaces, keys in full (<c>aws:region</c>); secure values are placeholders here too.</param>
/// <param name="FilesRead">The stack file, then each fragment once, in the order they were first applied.</param>
public sealed record ResolvedStack(string Name, SourceText File, YamlMapping Config, YamlMapping ProviderConfig, IReadOnlyList<string> FilesRead)
{
    /// <summary>
    /// Plaintext, only when loaded from the engine, and only for the adapter: by secret name, or by full key for a secure provider
    /// value (<c>aws:secretKey</c>; the whole value's text as the engine passed it).
    /// </summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Where fragments are named of which nothing is left.</summary>
    internal IReadOnlyList<FragmentReference> WithoutEffect { get; init; } = [];

    /// <summary>Secrets stay out of whatever prints a stack.</summary>
    public override string ToString() => $"stack '{Name}'";
}
