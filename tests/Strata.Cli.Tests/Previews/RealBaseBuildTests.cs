using System.Diagnostics;

namespace Strata.Cli.Tests.Previews;

/// <summary>
/// The real thing, with nothing faked: a repository of this repository's own sources, whose base has another default in its code. The
/// program that runs is this one; the base's is built from the base's sources, which takes minutes, and once.
/// </summary>
public sealed class RealBaseBuildTests : IDisposable
{
    private const string Changed = "src/Strata.Platform/Storage/Objects/AwsObjectStore.cs";

    private static readonly string[] Sources = ["src", "templates", "Directory.Build.props", "Directory.Packages.props", "global.json", "Pulumi.yaml", ".editorconfig"];

    private readonly string _folder = Directory.CreateTempSubdirectory("strata-real-base-").FullName;

    private string Root => Path.Combine(_folder, "repository");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_change_of_code_is_planned_by_the_code_of_each_side()
    {
        var head = CopySources();
        Assert.Contains("ObjectOwnership = \"BucketOwnerEnforced\"", head, StringComparison.Ordinal);
        Write(Changed, head.Replace("ObjectOwnership = \"BucketOwnerEnforced\"", "ObjectOwnership = \"BucketOwnerPreferred\"", StringComparison.Ordinal));
        Write("stacks/Pulumi.lake-dev.yaml", Stack("fraud", "lake: { kind: objects }"));
        Write("stacks/Pulumi.files-dev.yaml", Stack("churn", "homes: { kind: files }"));
        Git("init", "-q", "-b", "main");
        Git("add", "-A");
        Git("commit", "-q", "-m", "The program as it was.");
        Git("checkout", "-q", "-b", "topic");
        Write(Changed, head);
        Git("commit", "-q", "-a", "-m", "Nobody but the owner of a bucket owns what is in it.");

        var (exit, first, said) = Strata("preview", "--base", "main", "--detailed-exitcode");
        Assert.True(exit == 2, first + said);
        var commit = Git("rev-parse", "main").Trim();
        Assert.Contains("Stacks: 1 changed, 1 unchanged.", first, StringComparison.Ordinal);
        Assert.Contains("lake-dev: 1 to update", first, StringComparison.Ordinal);
        Assert.Contains("rule.objectOwnership: \"BucketOwnerPreferred\" → \"BucketOwnerEnforced\"", first, StringComparison.Ordinal);
        Assert.Contains($"The program changed ({Changed}), and with it what it makes", first, StringComparison.Ordinal);

        // The build is kept by the commit's name, and nothing half-made is left beside it.
        var kept = Assert.Single(Directory.GetDirectories(Path.Combine(_folder, "cache", "strata", "builds")));
        Assert.StartsWith(commit, Path.GetFileName(kept), StringComparison.Ordinal);

        // A second run uses it, as it is.
        var made = Directory.GetLastWriteTimeUtc(kept);
        var (_, again, _) = Strata("preview", "--base", "main", "--detailed-exitcode");
        Assert.Equal(first, again);
        Assert.Equal(made, Directory.GetLastWriteTimeUtc(Assert.Single(Directory.GetDirectories(Path.GetDirectoryName(kept)!))));
        var (_, matrix, _) = Strata("affected", "--base", "main", "--format", "matrix");
        Assert.Contains("lake-dev", matrix, StringComparison.Ordinal);
        Assert.DoesNotContain("files-dev", matrix, StringComparison.Ordinal);
    }

    private static string Stack(string team, string store) =>
        $"config:\n  aws:region: eu-west-1\n  strata:team: {team}\n  strata:owner: {team}@acme.example\n  strata:environment: dev\n  strata:cloud: aws\n  strata:network: {{ cidr: 10.20.0.0/16 }}\n  strata:storage:\n    {store}\n";

    /// <returns>The text of the source file that differs.</returns>
    private string CopySources()
    {
        foreach (var path in Run("git", Repository.Root, ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", .. Sources]).Output.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            if (File.Exists(Repository.PathOf(path)))
            {
                Write(path, File.ReadAllText(Repository.PathOf(path)));
            }
        }

        return File.ReadAllText(Repository.PathOf(Changed));
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, path))!);
        File.WriteAllText(Path.Combine(Root, path), text);
    }

    private string Git(params string[] arguments)
    {
        var (exit, output, errors) = Run("git", Root, ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", .. arguments]);
        Assert.True(exit == 0, errors);
        return output;
    }

    private (int Exit, string Output, string Errors) Strata(params string[] arguments) =>
        Run("dotnet", Root, [Path.Combine(AppContext.BaseDirectory, "strata.dll"), .. arguments]);

    private (int Exit, string Output, string Errors) Run(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["XDG_CACHE_HOME"] = Path.Combine(_folder, "cache");
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
