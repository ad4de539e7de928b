using Strata.Platform.Stacks;
using Strata.Text;

namespace Strata.Cli.Files;

/// <summary>Takes down which stack files are read and how long that takes.</summary>
internal sealed class TimedStackFiles(IStackFiles files, Stages stages) : IStackFiles
{
    public SourceText? Read(string path)
    {
        var text = stages.Time("read", () => files.Read(path));
        if (text is not null)
        {
            stages.Read(path);
        }

        return text;
    }

    public IReadOnlyList<string> List() => files.List();
}
