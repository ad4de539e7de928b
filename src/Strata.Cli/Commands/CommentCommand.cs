using System.CommandLine;
using Strata.Cli.Comments;
using Strata.Cli.Output.Previews;
using Strata.Diagnostics;

namespace Strata.Cli.Commands;

/// <summary><c>strata comment --provider github|gitlab --file preview.md</c>: one comment of a pull or merge request, kept up to date.</summary>
internal static class CommentCommand
{
    /// <param name="variable">An environment variable's value.</param>
    /// <param name="wait">Lets time pass.</param>
    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end, Func<string, string?> variable, Func<TimeSpan, Task> wait)
    {
        var provider = new Option<string>("--provider") { Description = "Where the request is: github or gitlab.", Required = true };
        provider.AcceptOnlyFromAmong("github", "gitlab");
        var file = new Option<string>("--file") { Description = "What 'strata preview --format markdown' printed.", Required = true };
        var repository = new Option<string?>("--repo") { Description = "owner/name on GitHub; group/project or its number on GitLab. Else from the pipeline." };
        var number = new Option<string?>("--number") { Description = "The pull or merge request's number. Else from the pipeline." };
        var numberFile = new Option<string?>("--number-file") { Description = "A file with the number, from an artifact: believed only when the request's newest commit is the one that was previewed." };
        var run = new Option<string?>("--run") { Description = "The run that made the preview, as in 4711.2: a comment of a newer one is left alone. Else from the pipeline." };
        var dry = new Option<bool>("--dry-run") { Description = "Only say what would be written." };
        var command = new Command("comment", "Posts a preview to a pull or merge request, and updates it in place. The token comes from GITHUB_TOKEN or GITLAB_TOKEN.") { provider, file, repository, number, numberFile, run, dry };
        command.Validators.Add(result =>
        {
            if (result.GetResult(number) is not null && result.GetResult(numberFile) is not null)
            {
                result.AddError("--number and --number-file exclude each other.");
            }
        });
        return command.Runs(begin, end, (result, context) => Run(
            context,
            new CommentArguments(result.GetValue(provider)!, result.GetValue(repository), result.GetValue(number), result.GetValue(numberFile), result.GetValue(run)),
            result.GetValue(file)!, result.GetValue(dry), variable, wait));
    }

    private static int Run(CommandContext context, CommentArguments arguments, string file, bool isDry, Func<string, string?> variable, Func<TimeSpan, Task> wait)
    {
        var problems = new DiagnosticBag();
        var target = new CommentTargetReader(variable, TryRead).Read(arguments, problems);
        var token = Token(arguments.Provider, variable, isDry, problems);
        var body = Body(file, target?.Run, problems);
        if (target is null || body is null || problems.HasErrors)
        {
            context.Report(problems.Sorted());
            return ExitCodes.Problems;
        }

        using var client = new RestClient(target.Provider, target.Address, headers => Prepare(headers, target.Provider, token), wait);
        ICommentHost host = target.Provider == "GitLab" ? new GitLabComments(client, target.Repository, target.Number) : new GitHubComments(client, target.Repository, target.Number);
        if (body.Length > host.Limit)
        {
            context.Report([CommentErrors.TooLong(file, body.Length, host.Limit)]);
            return ExitCodes.Problems;
        }

        try
        {
            return context.Working("Talking to the provider", () => PostAsync(context, host, target, body, isDry, wait).GetAwaiter().GetResult());
        }
        catch (HostException e)
        {
            context.Report([e.Diagnostic]);
            return ExitCodes.Problems;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException or KeyNotFoundException)
        {
            context.Report([CommentErrors.Failed(target.Provider, "the answer is not what its API documents.", 1)]);
            return ExitCodes.Problems;
        }
    }

    private static async Task<int> PostAsync(CommandContext context, ICommentHost host, CommentTarget target, string body, bool isDry, Func<TimeSpan, Task> wait)
    {
        if (target.Head is { } head && await host.HeadAsync().ConfigureAwait(false) != head)
        {
            context.Report([CommentErrors.NotTheHead(target.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
            return ExitCodes.Fine;
        }

        context.Terminal.Say(await new CommentPoster(host, target.Provider, wait).PostAsync(body, isDry).ConfigureAwait(false));
        return ExitCodes.Fine;
    }

    /// <summary>The file as it is posted: with the run in its marker, and harmless.</summary>
    private static string? Body(string file, RunNumber? run, DiagnosticBag problems)
    {
        if (TryRead(file) is not { } text)
        {
            problems.Add(CliErrors.CannotRead(file, "it does not exist, or may not be read."));
            return null;
        }

        if (PreviewMarker.Read(text) is not { } marker)
        {
            problems.Add(CommentErrors.NotAPreview(file));
            return null;
        }

        return (marker with { Run = run }).PutInto(CommentBody.Clean(text));
    }

    private static string? Token(string provider, Func<string, string?> variable, bool isDry, DiagnosticBag problems)
    {
        var name = provider == "gitlab" ? GitLabComments.Variable : GitHubComments.Variable;
        var token = variable(name)?.Trim() is { Length: > 0 } value ? value : null;
        if (!isDry && (token is null || token.Any(char.IsControl)))
        {
            problems.Add(CommentErrors.NoToken(provider == "gitlab" ? "GitLab" : "GitHub", name));
        }

        return token;
    }

    private static void Prepare(System.Net.Http.Headers.HttpRequestHeaders headers, string provider, string? token)
    {
        if (provider == "GitHub")
        {
            headers.Add("Accept", "application/vnd.github+json");
            headers.Add("X-GitHub-Api-Version", "2022-11-28");
        }

        if (token is not null)
        {
            headers.TryAddWithoutValidation(provider == "GitHub" ? "Authorization" : "PRIVATE-TOKEN", provider == "GitHub" ? $"Bearer {token}" : token);
        }
    }

    private static string? TryRead(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
