using System.Diagnostics;
using System.Globalization;
using System.Net;
using Strata.Cli.Commands;
using Strata.Cli.Processes;
using Strata.Text;

namespace Strata.Cli.Tests.Previews;

/// <summary>A git repository of stacks in a temporary folder, with a fixed author and time, and the commands run in it.</summary>
internal sealed class PreviewRepository : IDisposable
{
    /// <summary>Secrets that stand in the repository: no output may have one.</summary>
    public static readonly string[] Secrets = ["AAABAKfirstciphertext", "AAABAKsecondciphertext", "AKIAIOSFODNN7EXAMPLE", "hunter2hunter2"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("strata-preview-");
    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);
    private int _minute;

    public PreviewRepository()
    {
        Root = Path.Combine(_folder.FullName, "repository");
        Directory.CreateDirectory(Root);
        Git("init", "-q", "-b", "main");
        CopyTemplates();
        foreach (var (path, text) in Files)
        {
            Write(path, text);
        }

        Commit("The stacks.");
        Git("checkout", "-q", "-b", "topic");
    }

    /// <summary>The secrets in a text, however Markdown, HTML or JSON may have written them.</summary>
    public static IEnumerable<string> FindSecrets(string output, IEnumerable<string> secrets)
    {
        var plain = WebUtility.HtmlDecode(output.Replace("&#8203;", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal)).Replace("\u200b", "", StringComparison.Ordinal);
        return secrets.Where(secret => output.Contains(secret, StringComparison.Ordinal) || plain.Contains(secret, StringComparison.Ordinal));
    }

    public string Root { get; private set; }

    public IProcessRunner Processes { get; set; } = new ProcessRunner();

    public string Cache => Path.Combine(_folder.FullName, "cache");

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, path))!);
        File.WriteAllText(Path.Combine(Root, path), text);
    }

    public void Replace(string path, string old, string now)
    {
        var text = Read(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(path, text.Replace(old, now, StringComparison.Ordinal));
    }

    public void Delete(string path) => File.Delete(Path.Combine(Root, path));

    public string Commit(string message)
    {
        Git("add", "-A");
        Git("commit", "-q", "--allow-empty", "-m", message);
        return Head();
    }

    public string Head() => Git("rev-parse", "HEAD").Trim();

    public string Git(params string[] arguments) => GitIn(Root, arguments);

    /// <summary>From here on commands run in a clone.</summary>
    public void Clone(params string[] options)
    {
        var clone = Path.Combine(_folder.FullName, "clone");
        GitIn(_folder.FullName, ["clone", "-q", .. options, $"file://{Root}", clone]);
        Root = clone;
    }

    public string Preview(string? reference, string format = "text", string? head = null, int width = 110, params string[] stacks) =>
        Run($"strata preview{Of(stacks)}{(reference is null ? "" : $" --base {reference}")}{(head is null ? "" : $" --head {head}")}{(format == "text" ? "" : $" --format {format}")}", width, context =>
            PreviewCommand.Run(context, new PreviewCommand.Options(stacks, reference, head, false, format, Detailed: true), Processes, Cache));

    public string Affected(string? reference, string format = "text", string? matrix = null, string? head = null) =>
        Run($"strata affected{(reference is null ? "" : $" --base {reference}")}{(format == "text" ? "" : $" --format {format}")}{(matrix is null ? "" : $" --matrix {matrix}")}", 110, context =>
            AffectedCommand.Run(context, new AffectedCommand.Options([], reference, head, format, matrix), Processes, Cache));

    /// <summary>What a command wrote to standard output alone.</summary>
    public string LastOutput { get; private set; } = "";

    public int LastExit { get; private set; }

    public void Dispose()
    {
        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal; // git's objects are read-only.
        }

        _folder.Delete(recursive: true);
    }

    private static string Of(string[] stacks) => string.Concat(stacks.Select(stack => $" {stack}"));

    /// <summary>The command line, what it wrote, what it said, and its exit code; hashes as words, so that they need not be accepted again.</summary>
    private string Run(string line, int width, Func<CommandContext, int> command)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        LastExit = command(new CommandContext(new Terminal(output, errors, PlainTextStyle.Instance, PlainTextStyle.Instance, width), Root));
        LastOutput = output.ToString();
        Assert.Empty(FindSecrets(output.ToString() + errors, Secrets));
        return Words($"$ {line}\n{output}{(errors.ToString().Length > 0 ? $"\n[says]\n{errors}" : "")}\n[exit {LastExit}]\n");
    }

    /// <summary>Each commit as c1, c2, … in the order of their appearance in the history.</summary>
    public string Words(string text)
    {
        foreach (var hash in Git("rev-list", "--all", "--reverse").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            _shown.TryAdd(hash, string.Create(CultureInfo.InvariantCulture, $"c{_shown.Count + 1}"));
        }

        return _shown.Aggregate(text, (now, commit) => now.Replace(commit.Key, $"<{commit.Value}>", StringComparison.Ordinal).Replace(commit.Key[..7], $"<{commit.Value}>", StringComparison.Ordinal))
            .Replace(Root, "<root>", StringComparison.Ordinal);
    }

    private string GitIn(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var time = string.Create(CultureInfo.InvariantCulture, $"2026-01-01T00:{_minute++ % 60:D2}:00Z");
        foreach (var (name, value) in new[]
        {
            ("GIT_AUTHOR_NAME", "Ada"), ("GIT_AUTHOR_EMAIL", "ada@example.com"), ("GIT_AUTHOR_DATE", time),
            ("GIT_COMMITTER_NAME", "Ada"), ("GIT_COMMITTER_EMAIL", "ada@example.com"), ("GIT_COMMITTER_DATE", time),
            ("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_SYSTEM", "/dev/null"),
        })
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 || arguments[0] == "merge", $"git {string.Join(' ', arguments)}: {errors.Result}");
        return output;
    }

    private void CopyTemplates()
    {
        var templates = Repository.PathOf("templates");
        foreach (var file in Directory.EnumerateFiles(templates, "*.sbn", SearchOption.AllDirectories))
        {
            Write($"templates/{Path.GetRelativePath(templates, file).Replace('\\', '/')}", File.ReadAllText(file));
        }
    }

    private static readonly (string Path, string Text)[] Files =
    [
        ("Pulumi.yaml", "name: strata\nruntime: dotnet\nmain: infra\nstackConfigDir: stacks\n"),
        ("src/Strata.Cli/Program.cs", "return 0;\n"),
        ("stacks/catalog/aws.yaml", """
            # What every stack on AWS has in common.
            config:
              aws:region: eu-west-1
              strata:cloud: aws
              strata:organization: acme
              strata:costCenter: ml

            """),
        ("stacks/teams/fraud.yaml", """
            config:
              strata:team: fraud
              strata:owner: fraud@acme.example
              strata:storage:
                lake: { kind: objects }
              strata:registries:
                images: { images: [trainer] }

            """),
        ("stacks/Pulumi.platform-dev.yaml", """
            config:
              strata:extends: [catalog/aws]
              strata:team: platform
              strata:environment: dev
              strata:network: { cidr: 10.20.0.0/16 }

            """),
        ("stacks/Pulumi.fraud-dev.yaml", """
            config:
              strata:extends: [catalog/aws, teams/fraud]
              strata:environment: dev
              strata:account: "123456789012"
              strata:network: { from: platform-dev }
              strata:storage:
                homes: { kind: files }
              strata:images:
                trainer: { base: python, python: "3.12", requirements: [pandas==2.3.1], registry: images }
              strata:secrets:
                wandb: { secure: AAABAKfirstciphertext }

            """),
        ("stacks/Pulumi.fraud-prod.yaml", """
            config:
              strata:extends: [catalog/aws, teams/fraud]
              strata:environment: prod
              strata:account: "123456789012"
              strata:network: { cidr: 10.30.0.0/16 }
              strata:compute:
                nightly: { kind: batch, machine: { cpu: 4, memory: 16Gi }, max: 4, access: { lake: read } }

            """),
        ("stacks/Pulumi.churn-dev.yaml", """
            config:
              strata:extends: [catalog/aws]
              strata:team: churn
              strata:environment: dev
              strata:description: Key AKIAIOSFODNN7EXAMPLE should not be here.
              strata:storage:
                events: { kind: objects, expireAfterDays: 30 }

            """),
    ];
}
