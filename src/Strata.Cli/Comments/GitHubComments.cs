using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Strata.Cli.Comments;

/// <summary>
/// Comments of a pull request over GitHub's REST API (https://docs.github.com/en/rest/issues/comments): a pull request is an issue there.
/// Also of GitHub Enterprise Server, whose address ends in <c>/api/v3</c>.
/// </summary>
/// <param name="repository"><c>owner/name</c>.</param>
internal sealed partial class GitHubComments(RestClient client, string repository, long number) : ICommentHost
{
    public const string Variable = "GITHUB_TOKEN";

    public int Limit => 65_536;

    public async Task<IReadOnlyList<HostComment>> ListAsync()
    {
        var comments = new List<HostComment>();
        Uri? page = client.At($"repos/{repository}/issues/{Number}/comments?per_page=100");
        while (page is not null)
        {
            var answer = await client.SendAsync(HttpMethod.Get, page, null, Explain).ConfigureAwait(false);
            using var json = JsonDocument.Parse(answer.Body);
            comments.AddRange(json.RootElement.EnumerateArray().Select(Read));
            page = Next(answer);
        }

        return comments;
    }

    public async Task<string?> WhoAmIAsync()
    {
        try
        {
            var answer = await client.SendAsync(HttpMethod.Get, client.At("user"), null, Explain).ConfigureAwait(false);
            using var json = JsonDocument.Parse(answer.Body);
            return json.RootElement.GetProperty("login").GetString();
        }
        catch (HostException e) when (e.Status is 401 or 403 or 404)
        {
            return null; // A workflow's own token is no user.
        }
    }

    public async Task<string?> HeadAsync()
    {
        var answer = await client.SendAsync(HttpMethod.Get, client.At($"repos/{repository}/pulls/{Number}"), null, Explain).ConfigureAwait(false);
        using var json = JsonDocument.Parse(answer.Body);
        return json.RootElement.GetProperty("head").GetProperty("sha").GetString();
    }

    public Task CreateAsync(string body) => client.SendAsync(HttpMethod.Post, client.At($"repos/{repository}/issues/{Number}/comments"), body, Explain);

    public Task UpdateAsync(long id, string body) => client.SendAsync(HttpMethod.Patch, Comment(id), body, Explain);

    public Task DeleteAsync(long id) => client.SendAsync(HttpMethod.Delete, Comment(id), null, Explain);

    private string Number => number.ToString(CultureInfo.InvariantCulture);

    private Uri Comment(long id) => client.At(string.Create(CultureInfo.InvariantCulture, $"repos/{repository}/issues/comments/{id}"));

    private static HostComment Read(JsonElement comment)
    {
        // The author of a deleted account is null.
        var user = comment.TryGetProperty("user", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        var isUser = user.ValueKind == JsonValueKind.Object;
        return new HostComment(
            comment.GetProperty("id").GetInt64(),
            comment.GetProperty("body").GetString() ?? "",
            isUser ? user.GetProperty("login").GetString() ?? "" : "",
            isUser && user.TryGetProperty("type", out var type) && type.GetString() == "Bot");
    }

    private Uri? Next(RestAnswer answer) =>
        answer.Header("Link") is { } links && NextLink().Match(links) is { Success: true } match
        && Uri.TryCreate(match.Groups["uri"].Value, UriKind.Absolute, out var uri) && client.IsOwn(uri) ? uri : null;

    private HostException Explain(RestAnswer answer) => new(
        answer.Status switch
        {
            401 => CommentErrors.BadToken(client.Provider, Variable),
            403 => CommentErrors.NotAllowed(client.Provider, answer.Message, "A workflow needs 'permissions: pull-requests: write', which runs for forks have only under 'workflow_run'; a fine-grained token needs 'Pull requests: write'."),
            404 or 410 => CommentErrors.NotFound(client.Provider, $"pull request {Number} of {repository}"),
            301 or 302 or 307 or 308 => CommentErrors.NotFound(client.Provider, $"repository '{repository}' under this name any more"),
            var status => CommentErrors.Refused(client.Provider, status, answer.Message),
        },
        answer.Status);

    [GeneratedRegex("<(?<uri>[^>]+)>;[^,]*rel=\"next\"")]
    private static partial Regex NextLink();
}
