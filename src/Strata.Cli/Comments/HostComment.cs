namespace Strata.Cli.Comments;

/// <summary>A comment of a pull or merge request.</summary>
/// <param name="Id">In the order of creation.</param>
/// <param name="Author">The login or user name.</param>
/// <param name="IsByBot">The provider says that its author is an application and no person.</param>
internal sealed record HostComment(long Id, string Body, string Author, bool IsByBot);
