using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>How people sign in to what the stack shows in a browser: an OpenID Connect provider such as Okta, Entra ID, Google, Keycloak or Dex.</summary>
public sealed record SignInConfig : ConfigRecord
{
    [Description("The provider's issuer address: https://login.acme.example.")]
    [Pattern("^https://[^\\s/]+(/[^\\s]*)?$", "an address that starts with https://")]
    public required string Issuer { get; init; }

    [Description("The client the provider knows the stack by.")]
    public required string ClientId { get; init; }

    [Description("The client's secret.")]
    public required SecretRef ClientSecret { get; init; }

    [Description("The groups whose members may sign in. Everybody whom the provider knows when empty.")]
    public IReadOnlyList<string> Groups { get; init; } = [];
}
