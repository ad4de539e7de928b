using System.Text;
using Strata.Cli.Processes;

namespace Strata.Cli.Git;

/// <summary>Asks git of the repository around a folder. Reads only: no index, branch or file is touched.</summary>
/// <param name="folder">The Strata repository, which may be a folder inside the git repository. Paths are relative to it.</param>
internal sealed class GitRepository(IProcessRunner processes, string folder)
{
    /// <summary>What makes a file one that a stack is made from; the rest of the repository is not looked at.</summary>
    private static readonly string[] Paths = ["stacks", "templates", "src", "infra", ":(glob)*.props", ":(glob)*.targets", ":(icase)global.json", ":(icase)Pulumi.yaml", ":(icase)nuget.config"];

    public string Folder { get; } = folder;

    public IProcessRunner Processes { get; } = processes;

    /// <summary>Null when there is no git; false when the folder is in no repository.</summary>
    /// <exception cref="GitFailedException">git refuses the repository, because it is somebody else's.</exception>
    public bool? IsRepository => Run("rev-parse", "--is-inside-work-tree") switch
    {
        null => null,
        (0, _, _) => true,
        (_, _, var errors) when errors.Contains("dubious ownership", StringComparison.Ordinal) => throw new GitFailedException(GitErrors.Failed("rev-parse", errors.ReplaceLineEndings(" "))),
        _ => false,
    };

    /// <summary>The full hash of what a word names; null when it names no commit.</summary>
    public string? CommitOf(string reference) => Text("rev-parse", "--verify", "--quiet", "--end-of-options", $"{reference}^{{commit}}");

    public string? MergeBase(string one, string other) => Text("merge-base", one, other);

    public bool IsShallow => Text("rev-parse", "--is-shallow-repository") == "true";

    /// <summary>Short names of branches and tags, also of remotes.</summary>
    public IReadOnlyList<string> References => Text("for-each-ref", "--format=%(refname:short)") is { } names ? names.Split('\n') : [];

    /// <summary>Files with conflicts that nobody has resolved.</summary>
    public IReadOnlyList<string> Unmerged => Run("diff", "--name-only", "--diff-filter=U", "--relative", "-z") is (0, var output, _) ? Split(output) : [];

    /// <summary>
    /// The files whose content differs between a commit and the working tree (or another commit), with what the first commit has in
    /// their place: the object's hash, or null for a file that it does not have.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Differences(string commit, string? other)
    {
        string[] ends = other is null ? [commit] : [commit, other];
        string[] arguments = ["diff", "--raw", "-z", "--no-renames", "--no-abbrev", "--relative", "--no-ext-diff", "--ignore-submodules", .. ends, "--", .. Paths];
        var files = new Dictionary<string, string?>(StringComparer.Ordinal);
        var fields = Split(Demand(arguments));
        for (var i = 0; i + 1 < fields.Count; i += 2)
        {
            // :100644 100644 <before> <after> M; links and submodules are no files of ours.
            var parts = fields[i].Split(' ');
            files[fields[i + 1]] = parts[0] is ":000000" or ":120000" or ":160000" ? null : parts[2];
        }

        if (other is null)
        {
            foreach (var path in Split(Demand(["ls-files", "--others", "-z", "--", "stacks", "templates"])).Concat(Split(Demand(["ls-files", "--others", "--exclude-standard", "-z", "--", .. Paths]))))
            {
                files.TryAdd(path, null);
            }
        }

        return files;
    }

    /// <summary>The texts of objects, by hash; all in one process.</summary>
    public IReadOnlyDictionary<string, string> Read(IReadOnlyCollection<string> objects)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (objects.Count == 0)
        {
            return texts;
        }

        var output = Demand(["cat-file", "--batch"], string.Join('\n', objects) + "\n").AsSpan();
        foreach (var hash in objects)
        {
            // <hash> blob <size>\n<content>\n
            var end = output.IndexOf((byte)'\n');
            var header = Encoding.ASCII.GetString(output[..end]).Split(' ');
            output = output[(end + 1)..];
            if (header is not [_, _, var length])
            {
                continue; // "missing": a partial clone without its promise.
            }

            var size = int.Parse(length, System.Globalization.CultureInfo.InvariantCulture);
            texts[hash] = Decode(output[..size]);
            output = output[(size + 1)..];
        }

        return texts;
    }

    /// <exception cref="GitFailedException">git says no.</exception>
    public byte[] Demand(string[] arguments, string input = "") =>
        Processes.Read("git", [.. Always, .. arguments], Folder, input) switch
        {
            (0, var output, _) => output,
            (_, _, var errors) => throw new GitFailedException(GitErrors.Failed(arguments[0], errors.ReplaceLineEndings(" "))),
            _ => throw new GitFailedException(GitErrors.NoGit("git")),
        };

    /// <summary>No lock is taken, so that a preview beside other work disturbs nothing.</summary>
    private static string[] Always => ["--no-optional-locks", "-c", "core.quotepath=off"];

    private (int Exit, byte[] Output, string Errors)? Run(params string[] arguments) => Processes.Read("git", [.. Always, .. arguments], Folder);

    private string? Text(params string[] arguments) => Run(arguments) is (0, var output, _) && Encoding.UTF8.GetString(output).Trim() is { Length: > 0 } text ? text : null;

    private static List<string> Split(byte[] output) => [.. Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries)];

    private static string Decode(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes);
}
