using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Storage;

/// <summary>Problems of storage on Google Cloud.</summary>
public static class GcpStorageErrors
{
    public static Diagnostic VersionsOfFolders(SourceSpan? at, string name) => Diagnostic.Error("STR314", at,
        $"'{name}' is to have real folders and old versions of objects, and Cloud Storage has one or the other. Leave out 'versioning' (deleted objects can still be brought back for seven days) or 'hierarchical'.");

    public static Diagnostic FilestoreSize(SourceSpan? at, string name, string size, string tier, string allowed) => Diagnostic.Error("STR343", at,
        $"'{name}' cannot hold {size}: Filestore's tier {tier}, which this environment uses, takes {allowed}. Choose such a size.");

    public static Diagnostic LustreSize(SourceSpan? at, string name, string size, int throughput, int step) => Diagnostic.Error("STR345", at,
        $"'{name}' cannot hold {size}: Managed Lustre with {throughput} MB/s for each TiB takes multiples of {step}Gi, {step * 170}Gi at most. Choose such a size, or another 'throughput'.");

    public static Diagnostic LustreThroughput(SourceSpan? at, string name, int throughput, IEnumerable<string> allowed) => Diagnostic.Error("STR315", at,
        $"'{name}' cannot have a throughput of {throughput} MB/s for each TiB: Managed Lustre comes with {string.Join(", ", allowed)}. Choose one of them.");

    public static Diagnostic TierDays(SourceSpan? at, string name, int days) => Diagnostic.Warning("STR388", at,
        $"'{name}' is to move objects to cheaper storage after {days} days, and Autoclass, which does that by how often they are read, does it after 30 days without a read. The number is not used; write 30.");

    public static Diagnostic LakeElsewhere(SourceSpan? at, string name, string lake, string cloud) => Diagnostic.Error("STR389", at,
        $"The tables of '{name}' are on Google Cloud and '{lake}' is on {cloud}, where BigQuery cannot read it as a lake. Name an object store on Google Cloud.");

    public static Diagnostic SourceElsewhere(SourceSpan? at, string name, string source, string cloud) => Diagnostic.Error("STR312", at,
        $"'{name}' on Google Cloud cannot be filled from '{source}' on {cloud}: Managed Lustre imports from Cloud Storage only. Name an object store on Google Cloud.");

    public static Diagnostic PoolsWithoutDisks(SourceSpan? at, string name, string type, IReadOnlyCollection<string> pools) => Diagnostic.Warning("STR313", at,
        $"The disks of '{name}' ({type}) cannot be mounted on the machines of {string.Join(", ", pools.Select(p => $"'{p}'"))}, which take Hyperdisk only, and other pools take none of that. Name machine types such as e2-standard-8 or n2-standard-32 where pods need these disks.");

    public static Diagnostic ExistingShare(SourceSpan? at, string text) => Diagnostic.Error("STR311", at,
        $"'{text}' names no share: files on Google Cloud that exist already are mounted by address and share. Write them as 10.0.0.2:/homes.");
}
