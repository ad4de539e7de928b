namespace Strata.Cli.Comments;

/// <summary>What to do with the comments of a request.</summary>
internal abstract record CommentAction
{
    public sealed record Create : CommentAction;

    public sealed record Update(long Id) : CommentAction;

    /// <summary>One too many, from two runs that both found none.</summary>
    public sealed record Delete(long Id) : CommentAction;
}
