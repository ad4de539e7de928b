using Strata.Diagnostics;
using Strata.Platform.Rendering;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Stacks;

namespace Strata.Platform.Tests.Rendering;

/// <summary>The files that stacks are rendered to.</summary>
public sealed class StackFilesTests
{
    /// <summary>What a stack may be told instead of being rendered: a value is not known yet.</summary>
    private static readonly string[] Reasons = ["STR461", "STR462"];

    public static TheoryData<string> Names => [.. new StackRepository(new CaseFolder("stacks")).Names];

    public static TheoryData<string> Samples => [.. SampleNames];

    internal static IEnumerable<string> SampleNames => Directory.EnumerateFiles(Repository.PathOf("tests/Golden/rendered"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_stack_is_rendered_or_says_why_not(string stack)
    {
        var (files, diagnostics) = Rendered.Of(new CaseFolder("stacks"), stack);
        var errors = diagnostics.Where(d => d.Severity == Severity.Error).ToList();
        Assert.Equal(files is null, errors.Count > 0);
        Assert.All(errors, error => Assert.Contains(error.Code, Reasons));
        CheckLanguages(files ?? []);
    }

    [Theory]
    [InlineData("vision-onprem")]
    [InlineData("recsys-prod")]
    public void A_stack_s_files_are_what_the_golden_says(string stack)
    {
        var (files, _) = Rendered.Of(new CaseFolder("stacks"), stack);
        CheckGolden(stack, files!);
    }

    /// <summary>Stacks for the files that the samples have no need of.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Files_are_what_the_golden_says(string sample)
    {
        var files = Rendered.OfText(File.ReadAllText(Repository.PathOf($"tests/Golden/rendered/{sample}.yaml")).ReplaceLineEndings("\n"));
        CheckGolden(sample, files);
        CheckLanguages(files);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Rendering_twice_gives_the_same_bytes(string sample)
    {
        var text = File.ReadAllText(Repository.PathOf($"tests/Golden/rendered/{sample}.yaml"));
        Assert.Equal(Rendered.OfText(text), Rendered.OfText(text));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Nothing_of_a_line_is_left_over(string sample) => Assert.All(
        Rendered.OfText(File.ReadAllText(Repository.PathOf($"tests/Golden/rendered/{sample}.yaml"))).Where(file => !file.Path.EndsWith(".json", StringComparison.Ordinal)),
        file => Assert.DoesNotContain(file.Content.Split('\n'), line => line.EndsWith(' ')));

    private static void CheckGolden(string name, IReadOnlyList<RenderedFile> files)
    {
        List<(string Path, string Content)> expected = [("files.txt", string.Concat(files.Select(file => $"{file.Path} ({file.Template})\n"))), .. files.Select(file => (Visible(file.Path), file.Content))];
        Assert.All(expected, file => Golden.Check($"rendered/{name}/{file.Path}", file.Content));
    }

    /// <summary>Goldens have no hidden names, which tools would take for settings of this repository.</summary>
    private static string Visible(string path) => string.Join('/', path.Split('/').Select(name => name.TrimStart('.')));

    private static void CheckLanguages(IReadOnlyList<RenderedFile> files)
    {
        foreach (var file in files.Where(file => file.Path.EndsWith(".py", StringComparison.Ordinal)))
        {
            var said = Rendered.Run("python3", ["-W", "error", "-c", "import ast, sys; ast.parse(sys.stdin.read(), sys.argv[1])", file.Path], file.Content);
            Assert.True(said is null or (0, _), $"{file.Path}: {said?.Output}");
        }

        foreach (var file in files.Where(file => file.Path.EndsWith(".sh", StringComparison.Ordinal) || file.Path.EndsWith(".env", StringComparison.Ordinal)))
        {
            var said = Rendered.Run("bash", ["-n"], file.Content);
            Assert.True(said is null or (0, _), $"{file.Path}: {said?.Output}");
        }

        foreach (var file in files.Where(file => file.Path.EndsWith(".ssh.conf", StringComparison.Ordinal)))
        {
            var said = Rendered.Run("ssh", ["-G", "-F", "/dev/stdin", "sample-devbox-ada"], file.Content);
            Assert.True(said is null or (0, _), $"{file.Path}: {said?.Output}");
        }
    }
}
