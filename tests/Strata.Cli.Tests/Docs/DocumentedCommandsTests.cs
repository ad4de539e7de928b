using System.CommandLine.Parsing;
using Strata.Cli;
using Strata.Text;

namespace Strata.Tests.Docs;

/// <summary>
/// Does what README.md and the pages under docs say. In a page, a <c>yaml</c> block that begins with <c># stacks/…</c> is written there,
/// and the lines of a <c>bash</c> block are run, in a copy of the repository of the page's own. <c>console</c> blocks need a cloud, the
/// Pulumi CLI or a person; they are not run. A command that is meant to fail says so: <c># exits 1</c>, or with the error that it is about, <c># exits 1 with STR918</c>.
/// </summary>
public sealed class DocumentedCommandsTests : IDisposable
{
    private static readonly string[] NotRun = ["alias ", "dotnet test ", "dotnet build "];

    private readonly string _root = Directory.CreateTempSubdirectory("strata-docs-").FullName;

    public static TheoryData<string> Pages =>
    [
        "README.md",
        .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_of_the_page_works(string page)
    {
        Copy("stacks");
        Copy("templates");
        File.Copy(Repository.PathOf("Pulumi.yaml"), Path.Combine(_root, "Pulumi.yaml"));
        foreach (var (language, lines) in BlocksOf(File.ReadAllLines(Repository.PathOf(page))))
        {
            if (language == "yaml" && lines is [var first, ..] && first.StartsWith("# stacks/", StringComparison.Ordinal))
            {
                var path = Path.Combine(_root, first["# ".Length..].Trim());
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllLines(path, lines);
            }
            else if (language == "bash")
            {
                foreach (var line in lines.Where(line => line.Trim().Length > 0 && !NotRun.Any(start => line.StartsWith(start, StringComparison.Ordinal))))
                {
                    Run(page, line);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_to_a_file_leads_to_one(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(Repository.PathOf(page)), @"\]\(([^)#:\s]+)(#[^)]*)?\)"))
        {
            Assert.True(Path.Exists(Path.Combine(folder, link.Groups[1].Value)), $"{page}: {link.Groups[1].Value} is not there.");
        }
    }

    private void Run(string page, string line)
    {
        var words = CommandLineParser.SplitCommandLine(line.Split(" # ")[0]).ToList();
        var arguments = words switch
        {
            ["strata", .. var rest] => rest,
            ["dotnet", "run", "--project", "src/Strata.Cli", "--", .. var rest] => rest,
            _ => throw new InvalidOperationException($"{page}: '{line}' is no command of Strata: put it into a console block."),
        };
        var output = new StringWriter();
        var exit = StrataCli.Run([.. arguments], new Terminal(output, output, PlainTextStyle.Instance, PlainTextStyle.Instance, 120), _root);
        var expected = line.Contains("# exits ", StringComparison.Ordinal) ? int.Parse(line[(line.IndexOf("# exits ", StringComparison.Ordinal) + 8)..].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) : ExitCodes.Fine;
        Assert.True(exit == expected, $"{page}: '{line}' exits {exit}:\n{output}");
        if (line.Split(" with ") is [_, var code] && expected != ExitCodes.Fine)
        {
            Assert.Contains(code.Trim(), output.ToString(), StringComparison.Ordinal); // It fails for the reason that the page is about.
        }

    }

    private static IEnumerable<(string Language, IReadOnlyList<string> Lines)> BlocksOf(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimStart() is var fence && fence.StartsWith("```", StringComparison.Ordinal) && fence.Length > 3)
            {
                var indent = lines[i].Length - fence.Length;
                var end = Array.FindIndex(lines, i + 1, line => line.Trim() == "```");
                yield return (fence[3..].Trim(), [.. lines[(i + 1)..end].Select(line => line.Length >= indent ? line[indent..] : line)]);
                i = end;
            }
        }
    }

    private void Copy(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_root, Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
