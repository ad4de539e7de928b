using Strata.Generator;

namespace Strata.Tests.Providers;

public sealed class GeneratedFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("strata-generated").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void What_was_written_does_not_differ_and_is_not_written_again()
    {
        var folder = new GeneratedFolder(_root);
        GeneratedFile[] files = [new("Aws/S3/Bucket.cs", "a\nb\n"), new("Aws/Provider.cs", "c\n")];

        Assert.Equal(2, folder.Write(["Aws"], files));
        Assert.Null(folder.FirstDifference(["Aws"], files));
        Assert.Equal(0, folder.Write(["Aws"], files));
    }

    [Fact]
    public void The_first_difference_has_a_line()
    {
        var folder = new GeneratedFolder(_root);
        folder.Write(["Aws"], [new GeneratedFile("Aws/A.cs", "a\nb\n")]);

        Assert.Equal("Aws/A.cs(2) should be:\nc\nbut is:\nb", folder.FirstDifference(["Aws"], [new GeneratedFile("Aws/A.cs", "a\nc\n")]));
        Assert.Equal("Aws/B.cs is missing.", folder.FirstDifference(["Aws"], [new GeneratedFile("Aws/A.cs", "a\nb\n"), new GeneratedFile("Aws/B.cs", "")]));
    }

    [Fact]
    public void Stale_files_go_and_other_packages_stay()
    {
        var folder = new GeneratedFolder(_root);
        folder.Write(["Aws", "Gcp"], [new GeneratedFile("Aws/A.cs", "a\n"), new GeneratedFile("Gcp/G.cs", "g\n")]);

        Assert.Equal("Aws/A.cs is not generated any more.", folder.FirstDifference(["Aws"], []));
        folder.Write(["Aws"], []);

        Assert.False(File.Exists(Path.Combine(_root, "Aws", "A.cs")));
        Assert.True(File.Exists(Path.Combine(_root, "Gcp", "G.cs")));
    }
}
