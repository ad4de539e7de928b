using Strata.Text;

namespace Strata.Platform.Stacks;

/// <summary>
/// Where stack files and fragments come from: the working tree, a commit, a test. Paths are relative to the repository root with
/// forward slashes (<c>stacks/catalog/aws-startup.yaml</c>). An implementation on disk does not follow links out of <c>stacks/</c>.
/// Safe to use from several threads.
/// </summary>
public interface IStackFiles
{
    /// <summary>The text without byte order mark; null when there is no such file or it cannot be read.</summary>
    SourceText? Read(string path);

    /// <summary>Every <c>.yaml</c> and <c>.yml</c> file below <c>stacks/</c>, in any order.</summary>
    IReadOnlyList<string> List();
}
