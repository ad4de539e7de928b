using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Strata.Tests.Comments;

/// <summary>A server on this machine that speaks as much of GitHub's and GitLab's API as comments need, and fails when told to.</summary>
internal sealed class FakeProvider : IDisposable
{
    public const string Token = "ghp_thisIsTheTokenAndMustNotBeShown012345";
    private readonly HttpListener _listener = new();
    private readonly List<Note> _notes = [];
    private readonly Queue<(int Status, string Body, (string Name, string Value)[] Headers)> _failures = [];
    private long _next = 100;

    public FakeProvider()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Address { get; }

    public List<string> Requests { get; } = [];

    public IEnumerable<string> Writes => Requests.Where(request => !request.StartsWith("GET", StringComparison.Ordinal));

    public IReadOnlyList<Note> Notes => _notes;

    public string HeadSha { get; set; } = "";

    /// <summary>The token's user; null as for GitHub's own token of a workflow, which may not ask.</summary>
    public string? User { get; set; }

    /// <summary>Called before a request is answered: what others do at that moment.</summary>
    public Action<string>? Meanwhile { get; set; }

    /// <summary>The next write is done and then answered with 502, as a gateway does that gives up too early.</summary>
    public bool LosesNextAnswer { get; set; }

    public Note Add(string body, string author = "github-actions[bot]", bool isBot = true, bool isSystem = false)
    {
        var note = new Note(_next++, body, author, isBot, isSystem);
        _notes.Add(note);
        return note;
    }

    public void Remove(long id) => _notes.RemoveAll(note => note.Id == id);

    public void Fail(int status, string message = "", params (string Name, string Value)[] headers) =>
        _failures.Enqueue((status, JsonSerializer.Serialize(new { message }), headers));

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var request = context.Request;
        var path = request.Url!.AbsolutePath;
        var line = $"{request.HttpMethod} {request.Url.PathAndQuery}";
        Requests.Add(line);
        Meanwhile?.Invoke(line);
        using var reader = new StreamReader(request.InputStream, Encoding.UTF8);
        var sent = reader.ReadToEnd();
        if (_failures.TryDequeue(out var failure))
        {
            foreach (var (name, value) in failure.Headers)
            {
                context.Response.Headers[name] = value;
            }

            Send(context, failure.Status, failure.Body);
            return;
        }

        var isGitLab = path.StartsWith("/api/v4/", StringComparison.Ordinal);
        if ((isGitLab ? request.Headers["PRIVATE-TOKEN"] : request.Headers["Authorization"]) != (isGitLab ? Token : $"Bearer {Token}"))
        {
            Send(context, 401, """{"message":"Bad credentials"}""");
            return;
        }

        switch (request.HttpMethod, path)
        {
            case ("GET", _) when path.EndsWith("/user", StringComparison.Ordinal):
                Send(context, User is null ? 403 : 200, User is null ? """{"message":"Resource not accessible by integration"}""" : JsonSerializer.Serialize(new { login = User, username = User }));
                break;
            case ("GET", _) when path.Contains("/pulls/", StringComparison.Ordinal):
                Send(context, 200, JsonSerializer.Serialize(new { head = new { sha = HeadSha } }));
                break;
            case ("GET", _) when path.EndsWith("/comments", StringComparison.Ordinal) || path.EndsWith("/notes", StringComparison.Ordinal):
                Page(context, isGitLab);
                break;
            case ("POST", _):
                Done(context, 201, () => Add(Body(sent), User ?? "github-actions[bot]", User is null));
                break;
            case ("PATCH" or "PUT", _):
                var id = Id(path);
                var at = _notes.FindIndex(note => note.Id == id);
                if (at < 0)
                {
                    Send(context, 404, """{"message":"Not Found"}""");
                    break;
                }

                Done(context, 200, () => _notes[at] = _notes[at] with { Body = Body(sent) });
                break;
            case ("DELETE", _):
                Done(context, 204, () => Remove(Id(path)));
                break;
            default:
                Send(context, 404, """{"message":"Not Found"}""");
                break;
        }
    }

    private void Done(HttpListenerContext context, int status, Action write)
    {
        write();
        Send(context, LosesNextAnswer ? 502 : status, "{}");
        LosesNextAnswer = false;
    }

    private void Page(HttpListenerContext context, bool isGitLab)
    {
        var query = context.Request.QueryString;
        var size = int.Parse(query["per_page"] ?? "30", CultureInfo.InvariantCulture);
        var page = int.Parse(query["page"] ?? "1", CultureInfo.InvariantCulture);
        var hasMore = _notes.Count > page * size;
        if (isGitLab)
        {
            context.Response.Headers["X-Next-Page"] = hasMore ? $"{page + 1}" : "";
        }
        else if (hasMore)
        {
            var next = $"{Address.TrimEnd('/')}{context.Request.Url!.AbsolutePath}?per_page={size}&page={page + 1}";
            context.Response.Headers["Link"] = $"<{next}>; rel=\"next\", <{next}0>; rel=\"last\"";
        }

        var items = _notes.Skip((page - 1) * size).Take(size);
        Send(context, 200, isGitLab
            ? JsonSerializer.Serialize(items.Select(note => new { id = note.Id, body = note.Body, system = note.IsSystem, author = new { username = note.Author } }))
            : JsonSerializer.Serialize(items.Select(note => new { id = note.Id, body = note.Body, user = new { login = note.Author, type = note.IsBot ? "Bot" : "User" } })));
    }

    private static void Send(HttpListenerContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        if (status != 204)
        {
            context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(body));
        }

        context.Response.Close();
    }

    private static long Id(string path) => long.Parse(path[(path.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);

    private static string Body(string sent)
    {
        using var json = JsonDocument.Parse(sent);
        return json.RootElement.GetProperty("body").GetString()!;
    }

    internal sealed record Note(long Id, string Body, string Author, bool IsBot, bool IsSystem);
}
