using Strata.Cli;
using Strata.Cli.Commands;
using Strata.Cli.Output.Previews;
using Strata.Text;

namespace Strata.Tests.Comments;

public sealed class CommentCommandTests : IDisposable
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";
    private readonly FakeProvider _provider = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("strata-comment-").FullName;
    private readonly Dictionary<string, string> _variables = [];
    private readonly List<TimeSpan> _waits = [];
    private readonly StringWriter _said = new();

    public CommentCommandTests()
    {
        _variables["GITHUB_API_URL"] = _provider.Address;
        _variables["GITHUB_REPOSITORY"] = "acme/platform";
        _variables["GITHUB_TOKEN"] = FakeProvider.Token;
        _variables["CI_API_V4_URL"] = _provider.Address + "api/v4";
        _variables["CI_PROJECT_ID"] = "42";
        _variables["CI_MERGE_REQUEST_IID"] = "7";
        _variables["GITLAB_TOKEN"] = FakeProvider.Token;
    }

    public void Dispose()
    {
        Assert.DoesNotContain(FakeProvider.Token, _said.ToString(), StringComparison.Ordinal);
        _provider.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_first_comment_is_created_with_the_run_in_its_marker()
    {
        Assert.Equal(0, Post("hello", run: "77.2"));
        var note = Assert.Single(_provider.Notes);
        Assert.Equal($"<!-- strata:preview v=1 commit={Commit} changed=3 run=77.2 -->\nhello\n", note.Body);
        Assert.StartsWith("POST /repos/acme/platform/issues/7/comments", _provider.Writes.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_found_again_on_the_third_page_and_updated_in_place()
    {
        Many(230);
        var own = _provider.Add(Body("old", run: "1.1"));
        Many(40);
        Assert.Equal(0, Post("new", run: "2"));
        Assert.Equal($"PATCH /repos/acme/platform/issues/comments/{own.Id}", _provider.Writes.Single());
        Assert.Contains("new", _provider.Notes.Single(note => note.Id == own.Id).Body, StringComparison.Ordinal);
        Assert.Equal(3, _provider.Requests.Count(request => request.Contains("per_page=100", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_there_already_is_not_written_again()
    {
        Post("same", run: "5.1");
        Post("same", run: "5.1");
        Post("same", run: "5.2");
        Assert.Single(_provider.Writes);
        Assert.Contains("says this already", _said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_result_is_never_overwritten()
    {
        Post("new", run: "9");
        Assert.Equal(0, Post("slow and old", run: "8.3"));
        Assert.Single(_provider.Writes);
        Assert.Contains("newer run 9.1", _said.ToString(), StringComparison.Ordinal);
        Post("newest", run: "10");
        Assert.Equal(2, _provider.Writes.Count());
    }

    [Fact]
    public void Without_changes_there_is_no_first_comment_but_an_existing_one_is_brought_up_to_date()
    {
        Post("nothing", run: "1", changed: 0);
        Assert.Empty(_provider.Notes);
        Post("something", run: "2");
        Post("nothing any more", run: "3", changed: 0);
        Assert.Contains("nothing any more", Assert.Single(_provider.Notes).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_posted_again_when_someone_deleted_it()
    {
        Post("one", run: "1");
        _provider.Remove(_provider.Notes[0].Id);
        Post("one", run: "1");
        Assert.Single(_provider.Notes);
    }

    [Fact]
    public void Deleted_between_looking_and_writing_it_is_posted_anew()
    {
        var own = _provider.Add(Body("old", run: "1.1"));
        _provider.Meanwhile = request => { if (request.StartsWith("PATCH", StringComparison.Ordinal)) { _provider.Remove(own.Id); } };
        Assert.Equal(0, Post("new", run: "2"));
        Assert.Contains("new", Assert.Single(_provider.Notes).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_first_comments_of_two_runs_become_one_with_the_newer_result()
    {
        var others = 0;
        _provider.Meanwhile = request => { if (request.StartsWith("POST", StringComparison.Ordinal) && others++ == 0) { _provider.Add(Body("of run 4", run: "4.1")); } };
        Assert.Equal(0, Post("of run 5", run: "5"));
        Assert.Contains("of run 5", Assert.Single(_provider.Notes).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_whose_answer_got_lost_is_not_posted_twice()
    {
        _provider.LosesNextAnswer = true;
        Assert.Equal(0, Post("once", run: "1"));
        Assert.Single(_provider.Notes);
    }

    [Fact]
    public void A_persons_comment_with_a_marker_is_not_strata_s()
    {
        var forged = _provider.Add(Body("mine", run: "999999"), "mallory", isBot: false);
        Assert.Equal(0, Post("real", run: "1"));
        Assert.Equal(2, _provider.Notes.Count);
        Assert.Equal(forged, _provider.Notes[0]);
    }

    [Fact]
    public void A_users_own_token_finds_the_users_own_comment_only()
    {
        _provider.User = "deployer";
        _provider.Add(Body("of another bot", run: "999999"));
        var own = _provider.Add(Body("old", run: "1"), "deployer", isBot: false);
        Post("new", run: "2");
        Assert.Contains("new", _provider.Notes.Single(note => note.Id == own.Id).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Failures_are_tried_again_after_a_growing_pause()
    {
        _provider.Fail(502);
        _provider.Fail(503);
        _provider.Fail(500);
        Assert.Equal(0, Post("x", run: "1"));
        Assert.Equal([1, 2, 4], _waits.Select(wait => (int)wait.TotalSeconds));
    }

    [Fact]
    public void A_limit_is_waited_out_as_long_as_the_provider_says()
    {
        _provider.Fail(429, "slow down", ("Retry-After", "17"));
        _provider.Fail(403, "You have exceeded a secondary rate limit.");
        Assert.Equal(0, Post("x", run: "1"));
        Assert.Equal([17, 60], _waits.Select(wait => (int)wait.TotalSeconds));
    }

    [Fact]
    public void A_limit_of_an_hour_is_not_waited_out()
    {
        _provider.Fail(429, "", ("Retry-After", "3600"));
        Assert.Equal(1, Post("x", run: "1"));
        Assert.Contains("STR658", _said.ToString(), StringComparison.Ordinal);
        Assert.Empty(_waits);
    }

    [Fact]
    public void It_gives_up_after_five_attempts()
    {
        for (var i = 0; i < 9; i++)
        {
            _provider.Fail(500);
        }

        Assert.Equal(1, Post("x", run: "1"));
        Assert.Equal(5, _provider.Requests.Count);
        Assert.Contains("STR657", _said.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "STR654", "GITHUB_TOKEN")]
    [InlineData(403, "STR655", "pull-requests: write")]
    [InlineData(404, "STR656", "pull request 7 of acme/platform")]
    [InlineData(301, "STR656", "under this name any more")]
    [InlineData(422, "STR663", "Validation Failed")]
    public void What_the_provider_refuses_is_explained(int status, string code, string hint)
    {
        _provider.Fail(status, "Validation Failed");
        Assert.Equal(1, Post("x", run: "1"));
        Assert.Contains(code, _said.ToString(), StringComparison.Ordinal);
        Assert.Contains(hint, _said.ToString(), StringComparison.Ordinal);
        Assert.Empty(_waits);
    }

    [Fact]
    public void GitLab_takes_the_same_comment_over_its_own_pages()
    {
        _provider.User = "project_42_bot";
        Many(150);
        Assert.Equal(0, Post("one", run: "1", provider: "gitlab"));
        Assert.Equal(0, Post("two", run: "2", provider: "gitlab"));
        Assert.Equal(["POST /api/v4/projects/42/merge_requests/7/notes", $"PUT /api/v4/projects/42/merge_requests/7/notes/{_provider.Notes[^1].Id}"], _provider.Writes);
        Assert.Contains(_provider.Requests, request => request.EndsWith("per_page=100&page=2", StringComparison.Ordinal));
        Assert.Contains("two", _provider.Notes[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void GitLab_projects_by_path_are_escaped_and_its_run_is_the_pipeline()
    {
        _provider.User = "project_42_bot";
        _variables["CI_PIPELINE_ID"] = "31";
        Assert.Equal(0, Run("--provider", "gitlab", "--file", File(Body("x")), "--repo", "acme/ml/platform"));
        Assert.StartsWith("POST /api/v4/projects/acme%2Fml%2Fplatform/merge_requests/7/notes", _provider.Writes.Single(), StringComparison.Ordinal);
        Assert.Contains("run=31.1", _provider.Notes[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pull_request_and_the_run_come_from_the_event()
    {
        _variables["GITHUB_EVENT_PATH"] = File("""{"pull_request": {"number": 12}}""");
        (_variables["GITHUB_RUN_ID"], _variables["GITHUB_RUN_ATTEMPT"]) = ("900", "2");
        Assert.Equal(0, Run("--provider", "github", "--file", File(Body("x"))));
        Assert.Contains("POST /repos/acme/platform/issues/12/comments", _provider.Writes);
        Assert.Contains("run=900.2", _provider.Notes[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Commit, "12", 0, true)]
    [InlineData("ffffffffffffffffffffffffffffffffffffffff", "12", 0, false)]
    [InlineData(Commit, "12; rm -rf /", 1, false)]
    [InlineData(Commit, "-1", 1, false)]
    [InlineData(Commit, "", 1, false)]
    public void A_number_from_a_forks_artifact_is_believed_only_when_its_head_is_the_previewed_commit(string head, string number, int exit, bool isPosted)
    {
        _provider.HeadSha = head;
        _variables["GITHUB_EVENT_PATH"] = File($$$"""{"workflow_run": {"id": 5000, "run_attempt": 3, "head_sha": "{{{Commit}}}", "pull_requests": []}}""");
        Assert.Equal(exit, Run("--provider", "github", "--file", File(Body("x")), "--number-file", File(number + "\n")));
        Assert.Equal(isPosted, _provider.Notes.Count == 1);
        Assert.Equal(isPosted, _provider.Notes.Any(note => note.Body.Contains("run=5000.3", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_strangers_code_wrote_is_made_harmless()
    {
        Post("@octocat ![x](http://evil.example/x.png) <img src=x>\n/merge\n> [!CAUTION]", run: "1");
        var body = _provider.Notes[0].Body;
        Assert.DoesNotContain("@octocat", body, StringComparison.Ordinal);
        Assert.DoesNotContain("![x]", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\n/merge", body, StringComparison.Ordinal);
        Assert.Contains("[!CAUTION]", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_writes_nothing_and_says_what_it_would()
    {
        Assert.Equal(0, Run("--provider", "github", "--file", File(Body("x")), "--number", "7", "--dry-run"));
        Assert.Empty(_provider.Writes);
        Assert.Contains("Would create a comment", _said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once()
    {
        _variables.Clear();
        Assert.Equal(1, Run("--provider", "github", "--file", File("no marker"), "--run", "x"));
        foreach (var code in new[] { "STR650", "STR651", "STR652", "STR662" })
        {
            Assert.Contains(code, _said.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("http://github.example")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("no address")]
    public void The_token_goes_only_to_addresses_that_keep_it(string address)
    {
        _variables["GITHUB_API_URL"] = address;
        Assert.Equal(1, Post("x", run: "1"));
        Assert.Contains("STR659", _said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_that_is_too_long_is_not_tried()
    {
        Assert.Equal(1, Post(new string('x', 66_000), run: "1"));
        Assert.Empty(_provider.Requests);
        Assert.Contains("STR653", _said.ToString(), StringComparison.Ordinal);
    }

    private void Many(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _provider.Add($"remark {i}", "someone", isBot: false, isSystem: i % 10 == 0);
        }
    }

    private int Post(string text, string run, int changed = 3, string provider = "github") =>
        Run("--provider", provider, "--file", File(Body(text, changed: changed)), "--number", "7", "--run", run);

    private static string Body(string text, string? run = null, int changed = 3) => $"{new PreviewMarker(Commit, null, changed, RunNumber.Parse(run))}\n{text}\n";

    private string File(string text)
    {
        var path = Path.Combine(_folder, Path.GetRandomFileName());
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private int Run(params string[] arguments)
    {
        var exit = -1;
        var context = new CommandContext(new Terminal(_said, _said, PlainTextStyle.Instance, PlainTextStyle.Instance, int.MaxValue), Repository.Root);
        CommentCommand.Create(_ => context, code => exit = code, _variables.GetValueOrDefault, wait =>
        {
            _waits.Add(wait);
            return Task.CompletedTask;
        }).Parse(arguments).Invoke();
        return exit;
    }
}
