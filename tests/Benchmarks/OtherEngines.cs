using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Strata.Benchmarks;

/// <summary>
/// Other template engines, each as its users run it on many teams: the files of one stack are its templates, with the team's name as what is
/// filled in, and one process writes them once for each stack. They read no stack files, check no types and no syntax and keep no list of what
/// they wrote, so that the comparison is in their favour.
/// </summary>
internal static class OtherEngines
{
    /// <summary>How long each takes; null where it is not installed.</summary>
    /// <param name="files">What Strata rendered for all stacks.</param>
    public static IReadOnlyList<(string Name, TimeSpan? Time)> Time(string root, string programs, IReadOnlyList<(string Path, string Text)> files, int count)
    {
        var first = files[0].Path.Split(Path.DirectorySeparatorChar)[0];
        var templates = Path.Combine(root, "templates.json");
        File.WriteAllText(templates, JsonSerializer.Serialize(files.Where(file => file.Path.StartsWith(first + Path.DirectorySeparatorChar, StringComparison.Ordinal)).Select(file => new[] { file.Path[(first.Length + 1)..], file.Text })));
        var number = count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return
        [
            ("Jinja2", Run("python3", [Path.Combine(programs, "render_jinja2.py"), templates, Path.Combine(root, "jinja2"), number])),
            ("jsonnet", Run("jsonnet", ["-S", "-c", "-m", Path.Combine(root, "jsonnet"), "--tla-code-file", $"files={templates}", "--tla-code", $"count={number}", Path.Combine(programs, "render.jsonnet")])),
        ];
    }

    private static TimeSpan? Run(string program, IReadOnlyList<string> arguments)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? clock.Elapsed : errors.Result.Contains("No module named 'jinja2'", StringComparison.Ordinal) ? null : throw new InvalidOperationException(errors.Result);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
