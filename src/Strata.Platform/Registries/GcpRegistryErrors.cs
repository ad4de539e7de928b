using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Registries;

/// <summary>Problems of registries on Google Cloud.</summary>
public static class GcpRegistryErrors
{
    public static Diagnostic NotAPuller(SourceSpan? at, string puller) => Diagnostic.Error("STR371", at,
        $"'{puller}' is nobody on Google Cloud, where access is given to mail addresses. Write a group's or a service account's address, or a principal with its kind such as 'user:ada@acme.example'.");
}
