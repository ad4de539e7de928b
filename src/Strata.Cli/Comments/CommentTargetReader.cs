using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Strata.Cli.Output.Previews;
using Strata.Diagnostics;

namespace Strata.Cli.Comments;

/// <summary>What was said on the command line about where to post; each may be null.</summary>
internal sealed record CommentArguments(string Provider, string? Repository, string? Number, string? NumberFile, string? Run);

/// <summary>Finds out where to post: from the command line, else from what the pipeline sets. Nothing from an artifact is believed unchecked.</summary>
/// <param name="variable">An environment variable's value.</param>
/// <param name="read">A file's text; null when it cannot be read.</param>
internal sealed partial class CommentTargetReader(Func<string, string?> variable, Func<string, string?> read)
{
    /// <summary>Null after saying what is missing.</summary>
    public CommentTarget? Read(CommentArguments arguments, DiagnosticBag problems) =>
        arguments.Provider == "gitlab" ? GitLab(arguments, problems) : GitHub(arguments, problems);

    private CommentTarget? GitHub(CommentArguments arguments, DiagnosticBag problems)
    {
        var found = Event();
        var address = Address("GITHUB_API_URL", "https://api.github.com", problems);
        var repository = Project(arguments.Repository ?? Variable("GITHUB_REPOSITORY"), OwnerAndName(), "GITHUB_REPOSITORY", problems);
        var number = Number(arguments, found?.Number, "GITHUB_EVENT_PATH", problems);
        var run = Run(arguments.Run, found?.Run ?? Joined(Variable("GITHUB_RUN_ID"), Variable("GITHUB_RUN_ATTEMPT")), problems);
        return problems.HasErrors ? null : new CommentTarget("GitHub", address!, repository!, number!.Value, run, arguments.NumberFile is null ? null : found?.Head ?? "");
    }

    private CommentTarget? GitLab(CommentArguments arguments, DiagnosticBag problems)
    {
        var address = Address("CI_API_V4_URL", "https://gitlab.com/api/v4", problems);

        // In a pipeline of a fork's merge request, CI_PROJECT_ID is the fork; the request is in the other.
        var project = Project(arguments.Repository ?? Variable("CI_MERGE_REQUEST_PROJECT_ID") ?? Variable("CI_PROJECT_ID"), NumberOrPath(), "CI_PROJECT_ID", problems);
        var number = Number(arguments, Variable("CI_MERGE_REQUEST_IID"), "CI_MERGE_REQUEST_IID", problems);
        var run = Run(arguments.Run, Variable("CI_PIPELINE_ID"), problems);
        return problems.HasErrors ? null : new CommentTarget("GitLab", address!, project!, number!.Value, run, arguments.NumberFile is null ? null : Variable("CI_COMMIT_SHA") ?? "");
    }

    /// <summary>What GitHub says of the event: a pull request, or the end of the run that made the preview (<c>workflow_run</c>).</summary>
    private (string? Number, string? Run, string? Head)? Event()
    {
        if (Variable("GITHUB_EVENT_PATH") is not { } path || read(path) is not { } text)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            if (root.TryGetProperty("workflow_run", out var run))
            {
                // Of a fork's pull request GitHub lists none here: then the number comes from --number-file.
                var known = run.TryGetProperty("pull_requests", out var requests) && requests.ValueKind == JsonValueKind.Array && requests.GetArrayLength() == 1
                    ? Text(requests[0], "number") : null;
                return (known, Joined(Text(run, "id"), Text(run, "run_attempt")), Text(run, "head_sha"));
            }

            return root.TryGetProperty("pull_request", out var request) ? (Text(request, "number"), null, null)
                : root.TryGetProperty("issue", out var issue) ? (Text(issue, "number"), null, null)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private long? Number(CommentArguments arguments, string? known, string from, DiagnosticBag problems)
    {
        var (text, origin) = arguments switch
        {
            { Number: { } given } => (given, "--number"),
            { NumberFile: { } file } => (read(file) ?? "", $"'{file}'"),
            _ => (known, from),
        };
        if (text is null)
        {
            problems.Add(CommentErrors.NoTarget("to which pull or merge request to post", "--number or --number-file", from));
            return null;
        }

        if (Digits().IsMatch(text.Trim()) && long.Parse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture) is var number and > 0)
        {
            return number;
        }

        problems.Add(CommentErrors.BadNumber(origin));
        return null;
    }

    private static string? Project(string? name, Regex form, string from, DiagnosticBag problems)
    {
        if (name is null)
        {
            problems.Add(CommentErrors.NoTarget("in which repository the request is", "--repo", from));
        }
        else if (!form.IsMatch(name) || name.Split('/').Any(part => part is "." or ".."))
        {
            problems.Add(CommentErrors.BadProject(name));
        }

        return name;
    }

    private static RunNumber? Run(string? given, string? known, DiagnosticBag problems)
    {
        if (given is not null && RunNumber.Parse(given) is null)
        {
            problems.Add(CommentErrors.BadRun(given));
        }

        return RunNumber.Parse(given ?? known);
    }

    private Uri? Address(string name, string usual, DiagnosticBag problems)
    {
        var text = Variable(name) ?? usual;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
        {
            return uri;
        }

        problems.Add(CommentErrors.BadAddress(text, name));
        return null;
    }

    private string? Variable(string name) => variable(name) is { Length: > 0 } value ? value : null;

    private static string? Joined(string? id, string? attempt) => id is null ? null : attempt is null ? id : $"{id}.{attempt}";

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;

    [GeneratedRegex(@"\A[0-9]{1,15}\z")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]{0,99}/[A-Za-z0-9._-]{1,100}\z")]
    private static partial Regex OwnerAndName();

    [GeneratedRegex(@"\A([0-9]{1,15}|[\w.-]+(/[\w.-]+)+)\z")]
    private static partial Regex NumberOrPath();
}
