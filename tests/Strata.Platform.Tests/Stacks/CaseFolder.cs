using Strata.Platform.Stacks;
using Strata.Text;

namespace Strata.Platform.Tests.Stacks;

/// <summary>The stack files of a golden case: a folder laid out like <c>stacks/</c>.</summary>
internal sealed class CaseFolder(string folder) : IStackFiles
{
    private readonly string _root = Repository.PathOf(folder);

    public SourceText? Read(string path)
    {
        var file = Path.Combine(_root, path["stacks/".Length..]);
        return File.Exists(file) ? new SourceText(path, File.ReadAllText(file).ReplaceLineEndings("\n")) : null;
    }

    public IReadOnlyList<string> List() =>
    [
        .. Directory.EnumerateFiles(_root, "*.y*ml", SearchOption.AllDirectories)
            .Select(file => "stacks/" + Path.GetRelativePath(_root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];
}
