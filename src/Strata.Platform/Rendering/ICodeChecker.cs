namespace Strata.Platform.Rendering;

/// <summary>Parses files in languages whose parser is another program, which may not be on this machine.</summary>
public interface ICodeChecker
{
    /// <summary>Takes the file to check, by its name.</summary>
    bool Takes(string path);

    /// <summary>How people call the language.</summary>
    string Language { get; }

    /// <summary>The problems of all files it takes, in one go; empty when its program is not there.</summary>
    IReadOnlyList<CodeProblem> Check(IReadOnlyList<RenderedFile> files);
}

/// <param name="Line">From 1; 0 when it is not known.</param>
/// <param name="Problem">As a clause without its full stop.</param>
public sealed record CodeProblem(RenderedFile File, int Line, string Problem);
