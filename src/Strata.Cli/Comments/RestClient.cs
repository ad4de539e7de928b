using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Strata.Cli.Comments;

/// <summary>
/// Requests with patience: what the provider says it cannot do now (5xx, 429, GitHub's limits by 403) is tried again after the time it
/// asks for, or after 1, 2, 4, 8 seconds. A write without a clear answer is not repeated, since it may have happened.
/// </summary>
/// <param name="provider">Its name, for messages.</param>
/// <param name="address">Of the API; every request stays below it, so that the token goes nowhere else.</param>
/// <param name="prepare">Adds the token and what else each request carries.</param>
/// <param name="wait">Lets time pass.</param>
internal sealed class RestClient(string provider, Uri address, Action<HttpRequestHeaders> prepare, Func<TimeSpan, Task> wait) : IDisposable
{
    public const int Attempts = 5;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(3);

    // Redirects are not followed: a token must not go where a response says.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };

    public string Provider { get; } = provider;

    public Uri At(string path) => new($"{address.AbsoluteUri.TrimEnd('/')}/{path}");

    /// <summary>Whether an address is below the API's own.</summary>
    public bool IsOwn(Uri other) => other.GetLeftPart(UriPartial.Authority) == address.GetLeftPart(UriPartial.Authority);

    /// <param name="explain">What a final answer, such as 404, means here.</param>
    public async Task<RestAnswer> SendAsync(HttpMethod method, Uri uri, string? body, Func<RestAnswer, HostException> explain)
    {
        for (var attempt = 1; ; attempt++)
        {
            var isWrite = method != HttpMethod.Get;
            var (answer, problem) = await TryAsync(method, uri, body).ConfigureAwait(false);
            if (answer is { IsFine: true })
            {
                return answer;
            }

            if (answer is { IsTemporary: false })
            {
                throw explain(answer);
            }

            // After a limit nothing has happened; after a broken connection or a gateway's error, who knows.
            var mayHaveHappened = method == HttpMethod.Post && answer is not { IsLimit: true };
            if (attempt == Attempts || mayHaveHappened)
            {
                throw new HostException(CommentErrors.Failed(Provider, problem ?? $"status {answer!.Status}.", attempt), answer?.Status ?? 0, isWrite);
            }

            var pause = answer?.RetryAfter ?? TimeSpan.FromSeconds(1 << (attempt - 1));
            if (pause > LongestWait)
            {
                throw new HostException(CommentErrors.Busy(Provider, (int)pause.TotalSeconds), answer?.Status ?? 0);
            }

            await wait(pause).ConfigureAwait(false);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<(RestAnswer? Answer, string? Problem)> TryAsync(HttpMethod method, Uri uri, string? body)
    {
        using var request = new HttpRequestMessage(method, uri);
        prepare(request.Headers);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("strata", null));
        if (body is not null)
        {
            var json = new JsonObject { ["body"] = body }.ToJsonString();
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        try
        {
            using var response = await _http.SendAsync(request).ConfigureAwait(false);
            return (new RestAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync().ConfigureAwait(false), Headers(response)), null);
        }
        catch (HttpRequestException e)
        {
            return (null, $"the connection failed ({e.HttpRequestError}).");
        }
        catch (TaskCanceledException)
        {
            return (null, "there was no answer within 30 seconds.");
        }
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage response) =>
        response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
}

/// <summary>What came back.</summary>
internal sealed record RestAnswer(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public bool IsFine => Status is >= 200 and < 300;

    /// <summary>Too many requests: 429, and on GitHub also 403 with one of three signs.</summary>
    public bool IsLimit => Status == (int)HttpStatusCode.TooManyRequests
        || (Status == (int)HttpStatusCode.Forbidden
            && (Headers.ContainsKey("Retry-After") || Header("X-RateLimit-Remaining") == "0" || Body.Contains("rate limit", StringComparison.OrdinalIgnoreCase)));

    public bool IsTemporary => IsLimit || Status is 500 or 502 or 503 or 504;

    /// <summary>What the provider asks for: seconds or a date, or the second at which GitHub's limit ends; null when it asks for nothing.</summary>
    public TimeSpan? RetryAfter
    {
        get
        {
            var now = Header("Date") is { } sent && DateTimeOffset.TryParse(sent, CultureInfo.InvariantCulture, out var date) ? date : DateTimeOffset.UtcNow;
            if (Header("Retry-After") is { } text)
            {
                return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
                    : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var until) ? Positive(until - now)
                    : null;
            }

            // GitHub: without Retry-After, wait for the reset when nothing remains, else at least a minute after a secondary limit.
            return Header("X-RateLimit-Remaining") == "0" && long.TryParse(Header("X-RateLimit-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset)
                ? Positive(DateTimeOffset.FromUnixTimeSeconds(Math.Min(reset, 253_402_300_799)) - now)
                : IsLimit && Body.Contains("secondary", StringComparison.OrdinalIgnoreCase) ? TimeSpan.FromMinutes(1) : null;
        }
    }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The provider's own words, without their last full stop: <c>message</c> or <c>error</c> of its JSON.</summary>
    public string Message
    {
        get
        {
            try
            {
                using var json = JsonDocument.Parse(Body);
                var found = json.RootElement.ValueKind == JsonValueKind.Object && (json.RootElement.TryGetProperty("message", out var message) || json.RootElement.TryGetProperty("error", out message))
                    ? message.ToString()
                    : "no reason given";
                return Text.DisplayText.Cut(Text.DisplayText.OneLine(found), 300).TrimEnd('.') + ".";
            }
            catch (JsonException)
            {
                return "no reason given.";
            }
        }
    }

    private static TimeSpan Positive(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
