namespace Strata.Platform.Costs.Pricers;

/// <summary>Keys and secrets, each version at a price a month.</summary>
internal static class GcpKeys
{
    public static Pricer Pricer { get; } = new(
        ["gcp:kms/cryptoKey:CryptoKey", "gcp:secretmanager/secretVersion:SecretVersion"],
        (resource, context) =>
        [
            resource.TypeToken == "gcp:kms/cryptoKey:CryptoKey"
                ? context.Part(resource, "key", "kms/key-version", Amount.Of(1), "key versions")
                : context.Part(resource, "secret", "secretmanager/version", Amount.Of(1), "versions"),
        ]);
}
