using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Compute;

/// <summary>Problems of compute on Google Cloud.</summary>
public static class GcpComputeErrors
{
    public static Diagnostic VersionNotOffered(SourceSpan? at, string version, IReadOnlyCollection<string> offered) => Diagnostic.Error("STR351", at,
        $"GKE no longer offers Kubernetes {version}. Use one of {string.Join(", ", offered)}.");

    public static Diagnostic ZoneElsewhere(SourceSpan? at, string zone, string region) => Diagnostic.Error("STR353", at,
        $"'{zone}' is not a zone of '{region}', where the stack is. Name a zone such as '{region}-b', or change 'gcp:region'.");

    public static Diagnostic NotWholeSlices(SourceSpan? at, string name, string topology, int hosts, int min, int max) => Diagnostic.Error("STR355", at,
        $"A TPU slice of {topology} is {hosts} machines together, and '{name}' has at least {min} and at most {max}. Make both multiples of {hosts}: 'max: {hosts}' is one slice.");

    public static Diagnostic DiskTooSmall(SourceSpan? at, string disk, string least) => Diagnostic.Error("STR357", at,
        $"A disk of {disk} is too small for the machine's system, which needs {least}. Give it {least} or more.");
}
