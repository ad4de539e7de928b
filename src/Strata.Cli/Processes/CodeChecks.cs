using System.Collections.Concurrent;
using Strata.Platform.Rendering;

namespace Strata.Cli.Processes;

/// <summary>Asks a checker about the files of many stacks in one go, and about those of the same shape once.</summary>
/// <param name="shapeOf">What of a file's text decides whether it can be parsed.</param>
internal sealed class CodeChecks(ICodeChecker checker, Func<string, string> shapeOf) : ICodeChecker
{
    /// <summary>Shapes of files that are fine.</summary>
    private readonly ConcurrentDictionary<string, bool> _fine = new(StringComparer.Ordinal);

    /// <summary>By text.</summary>
    private readonly ConcurrentDictionary<string, IReadOnlyList<CodeProblem>> _problems = new(StringComparer.Ordinal);

    /// <summary>By text, of the files last asked about.</summary>
    private Dictionary<string, string> _shapes = [];

    public string Language => checker.Language;

    public bool Takes(string path) => checker.Takes(path);

    /// <summary>Asks about all that were not asked about before.</summary>
    public void Ask(IEnumerable<RenderedFile> files)
    {
        List<RenderedFile> taken = [.. files.Where(file => Takes(file.Path)).DistinctBy(file => file.Content, StringComparer.Ordinal)];
        _shapes = taken.ToDictionary(file => file.Content, file => shapeOf(file.Content), StringComparer.Ordinal);
        List<(RenderedFile File, string Shape)> asked =
            [.. taken.Select(file => (File: file, Shape: _shapes[file.Content])).Where(one => !_fine.ContainsKey(one.Shape)).DistinctBy(one => one.Shape)];
        if (asked.Count == 0)
        {
            return;
        }

        var found = checker.Check([.. asked.Select(one => one.File)]).ToLookup(problem => problem.File.Content, StringComparer.Ordinal);
        foreach (var (file, shape) in asked)
        {
            if (found.Contains(file.Content))
            {
                _problems[file.Content] = [.. found[file.Content]];
            }
            else
            {
                _fine[shape] = true;
            }
        }
    }

    public IReadOnlyList<CodeProblem> Check(IReadOnlyList<RenderedFile> files)
    {
        // What has the shape of a broken file is broken too, but at a place of its own.
        List<RenderedFile> open = [.. files.Where(file => Takes(file.Path) && !_fine.ContainsKey(_shapes.GetValueOrDefault(file.Content) ?? shapeOf(file.Content)))];
        foreach (var file in open.Where(file => !_problems.ContainsKey(file.Content)))
        {
            _problems[file.Content] = checker.Check([file]);
        }

        return [.. open.SelectMany(file => _problems[file.Content].Select(problem => problem with { File = file }))];
    }
}
