namespace Strata.Platform.Policies;

/// <summary>What policies are about.</summary>
internal static class PolicySubjects
{
    public const string PublicAccess = "public-access";
    public const string Encryption = "encryption";
    public const string Identities = "identities";
    public const string Ingress = "ingress";
    public const string Secrets = "secrets";
    public const string Ownership = "ownership";
    public const string Cost = "cost";
    public const string Pinning = "pinning";
    public const string Data = "data";
    public const string Availability = "availability";
}
