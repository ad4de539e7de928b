using Strata.Cli.Files;
using Strata.Cli.Processes;
using Strata.Diagnostics;
using Strata.Platform.Rendering;

namespace Strata.Tests.Files;

public sealed class DiskRenderFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("strata-test-").FullName;

    private string Out => Path.Combine(_root, "out");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Files_are_written_and_removed_with_their_folders()
    {
        var folder = new DiskRenderFolder(Out);
        folder.Write("a/b/c.txt", "ä\n");
        Assert.False(Directory.Exists(Out)); // Killed now, the next one finds nothing half.
        folder.Finish();
        Assert.Equal("ä\n", folder.Read("a/b/c.txt"));
        Assert.Equal(["c.txt"], Directory.GetFileSystemEntries(Path.Combine(Out, "a", "b")).Select(Path.GetFileName));
        folder.Delete("a/b/c.txt");
        Assert.Empty(Directory.GetFileSystemEntries(Out));
        Assert.Null(folder.Read("a/b/c.txt"));
    }

    [Fact]
    public void Links_are_found_on_the_way_and_at_its_end()
    {
        Directory.CreateDirectory(Path.Combine(_root, "elsewhere"));
        Directory.CreateDirectory(Out);
        Directory.CreateSymbolicLink(Path.Combine(Out, "linked"), Path.Combine(_root, "elsewhere"));
        File.CreateSymbolicLink(Path.Combine(Out, "file"), Path.Combine(_root, "elsewhere", "x"));
        var folder = new DiskRenderFolder(Out);
        Assert.True(folder.IsBehindLink("linked/a/b"));
        Assert.True(folder.IsBehindLink("file"));
        Assert.False(folder.IsBehindLink("other/a"));
        var diagnostics = new DiagnosticBag();
        Assert.Null(RenderPlanner.Plan([new RenderedFile("linked/x", "x", "t")], folder, [], diagnostics));
        Assert.Equal("STR446", Assert.Single(diagnostics).Code);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_root, "elsewhere")));
    }

    [Fact]
    public void What_a_killed_process_left_is_cleared_away_and_never_written_through()
    {
        Directory.CreateDirectory(Path.Combine(Out, "a"));
        var outside = Path.Combine(_root, "outside");
        File.WriteAllText(outside, "kept");
        File.WriteAllText(Path.Combine(Out, "a", ".x.json.strata-tmp"), "{\"hal");
        File.CreateSymbolicLink(Path.Combine(Out, ".y.json.strata-tmp"), outside);
        var folder = new DiskRenderFolder(Out);
        var diagnostics = new DiagnosticBag();
        RenderedFile[] files = [new("a/x.json", "{}", "t"), new("y.json", "{}", "t")];
        Assert.Equal(2, RenderWriter.Write(RenderPlanner.Plan(files, folder, [], diagnostics)!, folder));
        Assert.Equal("kept", File.ReadAllText(outside));
        Assert.Equal(
            [".strata-rendered.json", "a/x.json", "y.json"],
            Directory.GetFiles(Out, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Out, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
        var written = File.GetLastWriteTimeUtc(Path.Combine(Out, "y.json"));
        Assert.Equal(0, RenderWriter.Write(RenderPlanner.Plan(files, new DiskRenderFolder(Out), [], diagnostics)!, folder));
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(Out, "y.json")));
    }

    [Fact]
    public void Python_and_shell_are_parsed_by_their_programs_where_there_are_any()
    {
        var processes = new ProcessRunner();
        RenderedFile[] python = [new("good.py", "x = 1\n", "t"), new("bad.py", "x = 1\nif x:\n", "t")];
        RenderedFile[] shell = [new("good.sh", "echo a\n", "t"), new("bad.sh", "if true; then\n  echo a\n", "t")];
        if (processes.Ask("python3", ["--version"], _root) is not null)
        {
            var problem = Assert.Single(new PythonChecker(processes).Check(python));
            Assert.Equal(("bad.py", 2), (problem.File.Path, problem.Line));
        }

        if (processes.Ask("bash", ["--version"], _root) is not null)
        {
            Assert.Equal("bad.sh", Assert.Single(new ShellChecker(processes).Check(shell)).File.Path);
        }
    }
}
