using Strata.Diagnostics;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>What one file (or the engine) says, checked by itself: nothing merged, secure values replaced by placeholders.</summary>
/// <param name="Path">Relative to the repository root.</param>
/// <param name="Strata">The keys of the project's namespace without prefix and without <c>extends</c>.</param>
/// <param name="Providers">All other keys, in full.</param>
/// <param name="Diagnostics">The file's own problems: reported for every stack that reads it.</param>
/// <param name="IsReadable">False when there is no telling what the file says.</param>
internal sealed record ConfigFile(
    string Path,
    SourceText Source,
    YamlMapping Strata,
    YamlMapping Providers,
    IReadOnlyList<FragmentReference> Extends,
    IReadOnlyCollection<Diagnostic> Diagnostics,
    bool IsReadable)
{
    public bool IsStack => StackPaths.StackOf(Path) is not null;

    /// <summary>What a person calls the file where files extend each other.</summary>
    public string Name => StackPaths.FragmentOf(Path) ?? Path[StackPaths.Root.Length..];
}
