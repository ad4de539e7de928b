using Strata.Cli.Processes;
using Strata.Platform.Rendering;

namespace Strata.Tests;

/// <summary>Parsers are asked once about what is the same to them, and never too seldom.</summary>
public sealed class CodeChecksTests
{
    [Theory]
    [InlineData("x = \"a\"  # one", "x = 'b c'  # two", true)]
    [InlineData("\"\"\"Of 'a'.\n\nMore.\"\"\"\nx = 1", "\"\"\"Of 'b'.\"\"\"\nx = 1", true)]
    [InlineData("x = \"a\"", "x = \"a\\\"", false)]
    [InlineData("x = \"a\"", "x = \"a", false)]
    [InlineData("x = \"a\"", "x = f\"{a}\"", false)]
    [InlineData("x = f\"{a}\"", "x = f\"{a\"", false)]
    [InlineData("x = b\"a\"", "x = b\"ä\"", false)]
    [InlineData("x = 1", "x == 1", false)]
    [InlineData("if a:\n  b = \"\"", "if a:\n b = \"\"", false)]
    public void Python_of_the_same_shape_parses_alike(string one, string other, bool same) => Assert.Equal(same, CodeShape.OfPython(one) == CodeShape.OfPython(other));

    [Theory]
    [InlineData("docker push a.example/b:1", "docker push c.example/d-e:2", true)]
    [InlineData("if a; then b; fi", "if a; then b; done", false)]
    [InlineData("[[ a -eq b ]]", "[[ a foo-bar b ]]", false)]
    [InlineData("cat <<E.1\nE.1", "cat <<E.1\nE.2", false)]
    [InlineData("echo \"a-b\"", "echo \"a-b", false)]
    [InlineData("a.b() { x; }", "a.b() { x; ", false)]
    public void Shell_of_the_same_shape_parses_alike(string one, string other, bool same) => Assert.Equal(same, CodeShape.OfShell(one) == CodeShape.OfShell(other));

    [Fact]
    public void A_parser_is_asked_once_about_files_that_differ_in_names_and_says_of_each_what_is_wrong()
    {
        var parser = new Counting();
        var checks = new CodeChecks(parser, CodeShape.OfPython);
        RenderedFile[] files = [.. Enumerable.Range(0, 5).Select(i => new RenderedFile($"{i}.py", $"name = \"{i}\"\n", "t"))];
        RenderedFile[] broken = [.. Enumerable.Range(0, 2).Select(i => new RenderedFile($"b{i}.py", $"name = (\"{i}\"\n", "t"))];
        checks.Ask([.. files, .. broken]);
        Assert.Equal(2, parser.Asked);
        Assert.Empty(checks.Check(files));
        Assert.Equal(2, parser.Asked);
        Assert.Equal(["b0.py", "b1.py"], checks.Check([.. files, .. broken]).Select(problem => problem.File.Path));
    }

    private sealed class Counting : ICodeChecker
    {
        public int Asked { get; private set; }

        public string Language => "Python";

        public bool Takes(string path) => path.EndsWith(".py", StringComparison.Ordinal);

        public IReadOnlyList<CodeProblem> Check(IReadOnlyList<RenderedFile> files)
        {
            Asked += files.Count;
            return [.. files.Where(file => file.Content.Contains('(', StringComparison.Ordinal)).Select(file => new CodeProblem(file, 1, "'(' was never closed"))];
        }
    }
}
