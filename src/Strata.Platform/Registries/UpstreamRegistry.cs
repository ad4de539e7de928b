using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Registries;

/// <summary>A public registry that images are pulled through, and how to sign in to it.</summary>
public sealed record UpstreamRegistry : ConfigRecord
{
    [Description("The user to sign in as. AWS needs one for docker.io and ghcr.io; the others take none.")]
    public string? User { get; init; }

    [Description("The user's access token.")]
    public SecretRef? Token { get; init; }
}
