using Strata.Cli.Output.Previews;

namespace Strata.Cli.Comments;

/// <summary>What a preview does to the comments that are there.</summary>
/// <param name="Actions">In order; none when all is as it should be.</param>
/// <param name="Reason">In words.</param>
internal sealed record CommentPlan(IReadOnlyList<CommentAction> Actions, string Reason)
{
    /// <param name="own">Strata's comments of the same writer, oldest first.</param>
    /// <param name="body">The new comment, with a marker on its first line.</param>
    public static CommentPlan Of(IReadOnlyList<HostComment> own, string body)
    {
        var marker = PreviewMarker.Read(body)!;
        if (own.Count == 0)
        {
            return marker.Changed == 0 ? new CommentPlan([], "nothing changes, and there is no comment yet") : new CommentPlan([new CommentAction.Create()], "a first comment");
        }

        // The oldest one stays, because people have answered below it.
        var extra = own.Skip(1).Select(comment => new CommentAction.Delete(comment.Id));
        var newest = own.Select(comment => PreviewMarker.Read(comment.Body)?.Run).Max();
        if (newest is { } there && marker.Run is { } now && there.CompareTo(now) > 0)
        {
            return new CommentPlan([], $"the comment is of the newer run {there}");
        }

        return IsSame(own[0].Body, body)
            ? new CommentPlan([.. extra], own.Count == 1 ? "the comment says this already" : "one comment too many")
            : new CommentPlan([new CommentAction.Update(own[0].Id), .. extra], "the comment is brought up to date");
    }

    /// <summary>The same but for which attempt of a run wrote it; GitLab and browsers may have changed line ends.</summary>
    private static bool IsSame(string there, string body) => Comparable(there) == Comparable(body);

    private static string Comparable(string body)
    {
        var text = body.ReplaceLineEndings("\n").TrimEnd();
        return PreviewMarker.Read(text) is { Run: { } run } marker ? (marker with { Run = run with { Attempt = 1 } }).PutInto(text) : text;
    }
}
