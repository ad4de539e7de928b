using System.Globalization;
using System.Text.Json;

namespace Strata.Cli.Comments;

/// <summary>Notes of a merge request over GitLab's REST API (https://docs.gitlab.com/api/notes/), of gitlab.com or one's own.</summary>
/// <param name="project">Its number, or <c>group/project</c>.</param>
internal sealed class GitLabComments(RestClient client, string project, long number) : ICommentHost
{
    public const string Variable = "GITLAB_TOKEN";

    public int Limit => 1_000_000;

    public async Task<IReadOnlyList<HostComment>> ListAsync()
    {
        var comments = new List<HostComment>();
        var page = "1";
        while (page.Length > 0)
        {
            var answer = await client.SendAsync(HttpMethod.Get, client.At($"{Notes}?sort=asc&order_by=created_at&per_page=100&page={page}"), null, Explain).ConfigureAwait(false);
            using var json = JsonDocument.Parse(answer.Body);
            comments.AddRange(json.RootElement.EnumerateArray().Where(IsWritten).Select(Read));
            page = answer.Header("X-Next-Page") is { } next && int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? next : "";
        }

        return comments;
    }

    public async Task<string?> WhoAmIAsync()
    {
        var answer = await client.SendAsync(HttpMethod.Get, client.At("user"), null, Explain).ConfigureAwait(false);
        using var json = JsonDocument.Parse(answer.Body);
        return json.RootElement.GetProperty("username").GetString();
    }

    public async Task<string?> HeadAsync()
    {
        var answer = await client.SendAsync(HttpMethod.Get, client.At(Request), null, Explain).ConfigureAwait(false);
        using var json = JsonDocument.Parse(answer.Body);
        return json.RootElement.GetProperty("sha").GetString();
    }

    public Task CreateAsync(string body) => client.SendAsync(HttpMethod.Post, client.At(Notes), body, Explain);

    public Task UpdateAsync(long id, string body) => client.SendAsync(HttpMethod.Put, Note(id), body, Explain);

    public Task DeleteAsync(long id) => client.SendAsync(HttpMethod.Delete, Note(id), null, Explain);

    private string Request => string.Create(CultureInfo.InvariantCulture, $"projects/{Uri.EscapeDataString(project)}/merge_requests/{number}");

    private string Notes => $"{Request}/notes";

    private Uri Note(long id) => client.At(string.Create(CultureInfo.InvariantCulture, $"{Notes}/{id}"));

    private static bool IsWritten(JsonElement note) => !(note.TryGetProperty("system", out var system) && system.ValueKind == JsonValueKind.True);

    private static HostComment Read(JsonElement note) => new(
        note.GetProperty("id").GetInt64(),
        note.GetProperty("body").GetString() ?? "",
        note.TryGetProperty("author", out var author) && author.ValueKind == JsonValueKind.Object ? author.GetProperty("username").GetString() ?? "" : "",
        IsByBot: false);

    private HostException Explain(RestAnswer answer) => new(
        answer.Status switch
        {
            401 => CommentErrors.BadToken(client.Provider, Variable),
            403 => CommentErrors.NotAllowed(client.Provider, answer.Message, "Use a project access token with the role Reporter or above and the scope 'api'; CI_JOB_TOKEN cannot write notes."),
            404 => CommentErrors.NotFound(client.Provider, string.Create(CultureInfo.InvariantCulture, $"merge request {number} of project '{project}'")),
            301 or 302 or 307 or 308 => CommentErrors.NotFound(client.Provider, $"project '{project}' under this name any more"),
            var status => CommentErrors.Refused(client.Provider, status, answer.Message),
        },
        answer.Status);
}
