using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Storage;

/// <summary>Problems of storage on AWS.</summary>
public static class AwsStorageErrors
{
    public static Diagnostic TierAfterExpiry(SourceSpan? at, string name, int tier, int expire) => Diagnostic.Error("STR340", at,
        $"'{name}' is to move objects to cheaper storage after {tier} days and to delete them after {expire}, so that none would ever be moved. Make 'tierAfterDays' less than 'expireAfterDays', or leave it out.");

    /// <param name="reason">The end of a sentence.</param>
    public static Diagnostic MeansNothing(SourceSpan? at, string property, string name, string reason) => Diagnostic.Warning("STR344", at,
        $"'{property}' of '{name}' means nothing on AWS: {reason}. Remove it, or move '{name}' to another cloud with 'cloud:'.");

    /// <param name="nearest">The sizes there are around the one asked for.</param>
    public static Diagnostic LustreSize(SourceSpan? at, string name, string size, IEnumerable<string> nearest) => Diagnostic.Error("STR346", at,
        $"'{name}' cannot hold {size}: FSx for Lustre comes with 1200Gi, 2400Gi and multiples of 2400Gi. Write {string.Join(" or ", nearest)}.");

    public static Diagnostic LustreThroughput(SourceSpan? at, string name, int throughput, IEnumerable<string> allowed) => Diagnostic.Error("STR372", at,
        $"'{name}' cannot have a throughput of {throughput} MB/s for each TiB: FSx for Lustre comes with {string.Join(", ", allowed)}. Choose one of them.");

    public static Diagnostic SourceElsewhere(SourceSpan? at, string name, string source, string cloud) => Diagnostic.Error("STR373", at,
        $"'{name}' on AWS cannot be filled from '{source}' on {cloud}: FSx for Lustre imports from S3 only. Name an object store on AWS.");

    public static Diagnostic SourceKey(SourceSpan? at, string name, string source) => Diagnostic.Warning("STR374", at,
        $"The objects of '{source}' are encrypted with a key that is not the stack's own, and '{name}' reads them only if that key's policy lets the role of FSx for Lustre decrypt with it. Have whoever owns the key allow it.");
}
