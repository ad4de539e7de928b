using Strata.Text;

namespace Strata.Platform.Stacks.Editing;

/// <summary>Stack files, with another text in the place of one of them.</summary>
internal sealed class EditedFiles(IStackFiles files, SourceText edited) : IStackFiles
{
    public SourceText? Read(string path) => path == edited.Path ? edited : files.Read(path);

    public IReadOnlyList<string> List() => files.List() is var all && all.Contains(edited.Path) ? all : [.. all, edited.Path];
}
