using System.Formats.Tar;
using System.Text.Json;
using Strata.Cli.Git;
using Strata.Platform.Previews;

namespace Strata.Cli.Previews;

/// <summary>
/// Lets a commit's own code plan its stacks: its files go into a folder of the user's cache, are built there once, and asked for
/// graphs and files. The folder carries the commit's name and is put in place only when the build is done.
/// </summary>
/// <param name="cache">The folder for builds.</param>
/// <param name="say">Takes what is going on.</param>
internal sealed class BuiltSide(GitRepository git, string cache, Action<string> say)
{
    private const string Program = "src/Strata.Cli/bin/strata/strata.dll";

    /// <summary>The cache folder of this user: <c>$XDG_CACHE_HOME/strata</c>, <c>~/.cache/strata</c> or what the system has for it.</summary>
    public static string DefaultCache => Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? Path.Combine(cache, "strata")
        : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "strata")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "strata");

    /// <param name="names">The commit's stacks.</param>
    public ISidePlanner Planner(string commit, IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
        {
            return new UnsurePlanner([], "");
        }

        try
        {
            var folder = Build(commit);
            say($"Planning {Text.Count.Of(names.Count, "stack")} with the program of {commit[..7]}…");
            var dll = Path.Combine([folder, .. Program.Split('/')]);
            return git.Processes.Read("dotnet", [dll, "graph", "--format", "json", "--root", folder], folder) is (0 or 1, { Length: > 0 } graphs, var said)
                ? new ReadBackPlanner(names, JsonDocument.Parse(graphs).RootElement, Render(dll, folder), $"The base's own program has problems with the stack: {FirstLine(said)}")
                : new UnsurePlanner(names, $"The program of {commit[..7]} is too old to print its graph: it has no 'graph --format json'.");
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return new UnsurePlanner(names, $"The program of {commit[..7]} prints its graph in a form that this one does not read.");
        }
        catch (GitFailedException e)
        {
            return new UnsurePlanner(names, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new UnsurePlanner(names, $"The program of {commit[..7]} cannot be built in '{cache}': {e.Message}");
        }
    }

    private string Build(string commit)
    {
        var place = Path.Combine(cache, "builds", commit + "-" + Text.StableHash.Of(Path.GetFullPath(git.Folder)));
        if (Directory.Exists(place))
        {
            return place;
        }

        say($"Building the program of {commit[..7]}; this is done once for a commit…");
        var temporary = $"{place}.{Environment.ProcessId}.strata-tmp";
        Directory.CreateDirectory(temporary);
        try
        {
            using (var tar = new MemoryStream(git.Demand(["archive", "--format=tar", commit])))
            {
                TarFile.ExtractToDirectory(tar, temporary, overwriteFiles: false);
            }

            var output = Path.GetDirectoryName(Path.Combine([temporary, .. Program.Split('/')]))!;
            if (git.Processes.Read("dotnet", ["build", "src/Strata.Cli", "-c", "Release", "--nologo", "-v", "quiet", "-nodeReuse:false", "-p:RunAnalyzers=false", "-o", output], temporary) is not (0, _, _) and var answer)
            {
                throw new GitFailedException(CliErrors.BaseNotBuilt(commit[..7], FirstError(answer, temporary)));
            }

            Move(temporary, place);
            return place;
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    /// <summary>Another preview may have built the same commit meanwhile: its folder is as good.</summary>
    private static void Move(string temporary, string place)
    {
        try
        {
            Directory.Move(temporary, place);
        }
        catch (IOException) when (Directory.Exists(place))
        {
        }
    }

    /// <summary>The files of each stack that can be rendered; a program without that command renders none.</summary>
    private Dictionary<string, IReadOnlyDictionary<string, string>> Render(string dll, string folder)
    {
        var output = Directory.CreateTempSubdirectory("strata-base-");
        try
        {
            _ = git.Processes.Read("dotnet", [dll, "render", "--root", folder, "--out", output.FullName], folder);
            return output.EnumerateDirectories().ToDictionary(stack => stack.Name, IReadOnlyDictionary<string, string> (stack) => Files(stack.FullName), StringComparer.Ordinal);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    private static Dictionary<string, string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .Where(file => file.Path != Platform.Rendering.RenderManifest.Path)
            .ToDictionary(file => file.Path, file => File.ReadAllText(file.File), StringComparer.Ordinal);

    /// <summary>What the compiler says first, without the folder that nobody knows; null when it says nothing that helps.</summary>
    private static string? FirstError((int Exit, byte[] Output, string Errors)? answer, string folder)
    {
        var said = answer is var (_, output, errors) ? $"{System.Text.Encoding.UTF8.GetString(output)}\n{errors}" : "'dotnet' is not on the path";
        var line = said.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase) || answer is null);
        var project = line?.LastIndexOf(" [", StringComparison.Ordinal) ?? -1;
        return line is null ? null : Text.DisplayText.Cut((project > 0 ? line[..project] : line).Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), 200);
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim() is { Length: > 0 } line ? Text.DisplayText.Cut(line, 200) + "." : "it prints no graph of it.";
}
