using Strata.Cli.Output.Previews;

namespace Strata.Cli.Comments;

/// <summary>Where a comment goes.</summary>
/// <param name="Provider">As people call it: GitHub, GitLab.</param>
/// <param name="Address">Of the API.</param>
/// <param name="Repository"><c>owner/name</c>, or GitLab's number or path of the project.</param>
/// <param name="Number">Of the pull or merge request.</param>
/// <param name="Run">Which run posts; null when that is not known.</param>
/// <param name="Head">
/// The full hash that the request's newest commit must have, when the number comes from an artifact that a stranger's code may have
/// written; null when the provider itself gave the number.
/// </param>
internal sealed record CommentTarget(string Provider, Uri Address, string Repository, long Number, RunNumber? Run, string? Head);
