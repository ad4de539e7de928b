namespace Strata.Platform.Naming;

public static class ResourceNames
{
    public static NameRule KmsAlias { get; } = new(250);

    public static NameRule IamRole { get; } = new(64);

    public static NameRule S3Bucket { get; } = new(63);
}
