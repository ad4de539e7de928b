using System.Diagnostics;
using System.Text.Json;
using Strata.Cli;
using Strata.Platform.Rendering;
using Strata.Tests.Commands;

namespace Strata.Tests.Files;

/// <summary>The program itself is killed while it renders the sample stacks: what it leaves is whole, and the next run does the rest.</summary>
public sealed class KilledRenderTests : IDisposable
{
    private const string Temporary = RenderManifest.TemporaryEnding;

    private static readonly DateTime Long = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly CommandRunner _repository = new();

    public KilledRenderTests()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "stacks"), "*.yaml", SearchOption.AllDirectories).Append(Path.Combine(Repository.Root, "Pulumi.yaml")))
        {
            _repository.Write(Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file));
        }
    }

    private string Out => Path.Combine(_repository.Root, "out");

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(90)]
    public void New_files_are_whole_or_not_there(int killedAfter)
    {
        Finish(Path.Combine(_repository.Root, "whole"));
        var whole = FilesIn("whole");
        KillAfter(killedAfter);
        Assert.All(FilesIn("out").Where(file => !file.Key.Contains(Temporary, StringComparison.Ordinal)), file => Assert.Equal(whole[file.Key], file.Value));
        Finish(Out);
        Assert.Equal(whole, FilesIn("out"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public void Files_that_change_are_the_old_ones_or_the_new_ones(int killedAfter)
    {
        Finish(Out);
        var before = FilesIn("out");
        foreach (var file in Directory.GetFiles(Path.Combine(_repository.Root, "stacks"), "*.yaml", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace("@acme.example", "@acme.test", StringComparison.Ordinal).Replace("organization: acme", "organization: acne", StringComparison.Ordinal));
        }

        Finish(Path.Combine(_repository.Root, "whole"));
        var whole = FilesIn("whole");
        foreach (var file in Directory.GetFiles(Out, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, Long);
        }

        KillAfter(killedAfter);
        Assert.All(
            FilesIn("out").Where(file => !file.Key.Contains(Temporary, StringComparison.Ordinal)),
            file => Assert.True(file.Value == before.GetValueOrDefault(file.Key) || file.Value == whole[file.Key] || IsList(file.Key, file.Value), file.Key));
        Finish(Out);
        Assert.Equal(whole, FilesIn("out"));
    }

    /// <summary>While files change, the list of files knows the old and the new ones as ours.</summary>
    private static bool IsList(string path, string text)
    {
        if (Path.GetFileName(path) != RenderManifest.Path)
        {
            return false;
        }

        using var json = JsonDocument.Parse(text);
        return json.RootElement.TryGetProperty("files", out _);
    }

    /// <summary>By path below the folder.</summary>
    private SortedDictionary<string, string> FilesIn(string folder)
    {
        var root = Path.Combine(_repository.Root, folder);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(root) ? Directory.GetFiles(root, "*", SearchOption.AllDirectories) : [])
        {
            files.Add(Path.GetRelativePath(root, file), File.ReadAllText(file));
        }

        return files;
    }

    private void Finish(string folder)
    {
        using var render = Start(folder);
        var said = render.StandardError.ReadToEnd();
        render.WaitForExit();
        Assert.True(render.ExitCode == 0, said);
    }

    /// <summary>Kills once so many files are written; a run that is done sooner is the whole of it.</summary>
    private void KillAfter(int files)
    {
        using var render = Start(Out);
        while (!render.HasExited && Written() < files)
        {
            Thread.Yield();
        }

        render.Kill();
        render.WaitForExit();
    }

    private int Written() => Directory.GetDirectories(_repository.Root, "out*")
        .SelectMany(folder => Directory.GetFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        .Count(file => File.GetLastWriteTimeUtc(file) > Long);

    private Process Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(StrataCli).Assembly.Location, "render", "--root", _repository.Root, "--out", folder]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["XDG_CACHE_HOME"] = Path.Combine(_repository.Root, "cache");
        return Process.Start(start)!;
    }
}
