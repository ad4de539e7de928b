using Strata.Cli.Files;

namespace Strata.Tests.Files;

public sealed class ReportFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("strata-test-").FullName;

    private string Out => Path.Combine(_root, "report");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Writing_twice_changes_nothing_and_pages_of_stacks_that_are_gone_go_too()
    {
        var folder = new ReportFolder(Out);
        Assert.True(folder.IsFree);
        Assert.Equal(2, folder.Write([new("index.html", "a"), new("stacks/one.html", "b")]));
        Assert.Equal(0, folder.Write([new("index.html", "a"), new("stacks/one.html", "b")]));
        Assert.Equal(1, folder.Write([new("index.html", "a")]));
        Assert.False(File.Exists(Path.Combine(Out, "stacks", "one.html")));
        Assert.True(folder.IsFree);
    }

    [Fact]
    public void A_folder_of_somebody_elses_is_not_free_and_a_list_cannot_name_files_outside()
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "thesis.html"), "x");
        Assert.False(new ReportFolder(Out).IsFree);

        File.WriteAllText(Path.Combine(_root, "outside.html"), "x");
        File.WriteAllText(Path.Combine(Out, ".strata-report"), "../outside.html\n");
        new ReportFolder(Out).Write([new("index.html", "a")]);
        Assert.True(File.Exists(Path.Combine(_root, "outside.html")));
        Assert.True(File.Exists(Path.Combine(Out, "thesis.html")));
    }
}
