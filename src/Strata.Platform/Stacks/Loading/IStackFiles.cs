using Strata.Text;

namespace Strata.Platform.Stacks;

public interface IStackFiles
{
    SourceText? Read(string path);

    IReadOnlyList<string> List();
}
