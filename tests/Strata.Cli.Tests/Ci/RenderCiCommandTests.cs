using Strata.Cli;
using Strata.Cli.Ci;
using Strata.Text;

namespace Strata.Tests.Ci;

public sealed class RenderCiCommandTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("strata-ci-").FullName;
    private readonly StringWriter _said = new();

    public RenderCiCommandTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, "stacks"));
        Directory.CreateDirectory(Path.Combine(_root, "templates", "ci"));
        File.WriteAllText(Path.Combine(_root, "Pulumi.yaml"), "name: strata\n");
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("templates/ci")))
        {
            File.Copy(file, Path.Combine(_root, "templates", "ci", Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("github")]
    [InlineData("gitlab")]
    [InlineData("circleci")]
    public void Files_are_written_once_and_checked(string provider)
    {
        Assert.Equal(2, Run("render", "ci", "--provider", provider, "--check"));
        Assert.Equal(0, Run("render", "ci", "--provider", provider));
        Assert.Equal(0, Run("render", "ci", "--provider", provider, "--check"));
        var path = Path.Combine(_root, CiFiles.Of(provider)[0].Path);
        File.AppendAllText(path, "# by hand\n");
        Assert.Equal(2, Run("render", "ci", "--provider", provider, "--check"));
        Assert.Contains("STR676", _said.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, Run("render", "ci", "--provider", provider));
        Assert.DoesNotContain("by hand", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x; rm -rf /")]
    [InlineData("a\nb")]
    [InlineData("${{ secrets.X }}")]
    public void A_branch_that_is_no_name_is_refused(string branch)
    {
        Assert.Equal(1, Run("render", "ci", "--branch", branch));
        Assert.Contains("STR677", _said.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_root, ".github")));
    }

    private int Run(params string[] arguments) =>
        StrataCli.Run([.. arguments, "--root", _root], new Terminal(_said, _said, PlainTextStyle.Instance, PlainTextStyle.Instance, int.MaxValue), _root);
}
