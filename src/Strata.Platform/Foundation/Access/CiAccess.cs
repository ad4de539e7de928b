using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>Identities that GitHub Actions takes on by OIDC: one that may only read, for previews; one that deploys.</summary>
public sealed record CiAccess : ConfigRecord
{
    [Description("The GitHub repository: owner/name.")]
    [Pattern("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", "owner/name")]
    public required string Repository { get; init; }

    [Description("The GitHub environment whose approval a deployment needs; the stack's environment when left out.")]
    public string? Environment { get; init; }

    [Description("Whether the account's GitHub identity provider is made here; an account has only one.")]
    public bool CreateProvider { get; init; } = true;
}
