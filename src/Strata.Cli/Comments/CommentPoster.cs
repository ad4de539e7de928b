using Strata.Cli.Output.Previews;

namespace Strata.Cli.Comments;

/// <summary>
/// Brings the comment of a request up to date: looks, plans, writes, and looks again until there is nothing left to do, because other
/// runs and people write there too.
/// </summary>
internal sealed class CommentPoster(ICommentHost host, string provider, Func<TimeSpan, Task> wait)
{
    private const int Rounds = 5;

    /// <returns>What was done, in words.</returns>
    /// <exception cref="HostException">The provider refused or failed.</exception>
    public async Task<string> PostAsync(string body, bool isDry)
    {
        var done = "";
        for (var round = 1; round <= Rounds; round++)
        {
            var plan = CommentPlan.Of(await OwnAsync().ConfigureAwait(false), body);
            if (isDry)
            {
                return plan.Actions.Count == 0 ? $"Would do nothing: {plan.Reason}." : $"Would {string.Join(", then ", plan.Actions.Select(Words))}: {plan.Reason}.";
            }

            if (plan.Actions.Count == 0)
            {
                return done.Length > 0 ? done : $"Nothing written: {plan.Reason}.";
            }

            try
            {
                foreach (var action in plan.Actions)
                {
                    await DoAsync(action, body).ConfigureAwait(false);
                }

                done = $"Posted: {plan.Reason}.";
                if (plan.Actions is not [CommentAction.Create])
                {
                    return done;
                }
            }
            catch (HostException e) when ((e.MayHaveHappened || e.Status == 404) && round < Rounds)
            {
                // Deleted in between, or no clear answer: the next look tells.
                await wait(TimeSpan.FromSeconds(round)).ConfigureAwait(false);
            }
        }

        return done.Length > 0 ? done : throw new HostException(CommentErrors.Unsettled(provider), 409);
    }

    /// <summary>Strata's comments that the token's user wrote: a person's comment with a marker in it is not Strata's.</summary>
    private async Task<IReadOnlyList<HostComment>> OwnAsync()
    {
        var marked = (await host.ListAsync().ConfigureAwait(false)).Where(comment => PreviewMarker.Read(comment.Body) is not null).OrderBy(comment => comment.Id).ToList();
        if (marked.Count == 0)
        {
            return [];
        }

        var me = await host.WhoAmIAsync().ConfigureAwait(false);
        return [.. marked.Where(comment => me is null ? comment.IsByBot : comment.Author == me)];
    }

    private Task DoAsync(CommentAction action, string body) => action switch
    {
        CommentAction.Update update => host.UpdateAsync(update.Id, body),
        CommentAction.Delete delete => host.DeleteAsync(delete.Id),
        _ => host.CreateAsync(body),
    };

    private static string Words(CommentAction action) => action switch
    {
        CommentAction.Update { Id: var id } => $"update comment {id}",
        CommentAction.Delete { Id: var id } => $"delete comment {id}",
        _ => "create a comment",
    };
}
