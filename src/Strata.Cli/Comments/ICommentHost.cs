namespace Strata.Cli.Comments;

/// <summary>The comments of one pull or merge request. Every call may throw a <see cref="HostException"/>.</summary>
internal interface ICommentHost
{
    /// <summary>The most UTF-16 units of a comment.</summary>
    int Limit { get; }

    /// <summary>All pages, oldest first; notes of the system are left out.</summary>
    Task<IReadOnlyList<HostComment>> ListAsync();

    /// <summary>The name the token writes under; null when the provider does not say, as for GitHub's own token of a workflow.</summary>
    Task<string?> WhoAmIAsync();

    /// <summary>The full hash of the newest commit of the request.</summary>
    Task<string?> HeadAsync();

    Task CreateAsync(string body);

    Task UpdateAsync(long id, string body);

    Task DeleteAsync(long id);
}
