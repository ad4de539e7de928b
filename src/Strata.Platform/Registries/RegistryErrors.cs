using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Registries;

/// <summary>Problems of registries.</summary>
public static class RegistryErrors
{
    public static Diagnostic NeedsCredential(SourceSpan? at, string host) =>
        Diagnostic.Error("STR370", at, $"AWS pulls through '{host}' only with a credential. Add 'user:' and 'token: {{ secret: … }}' below it.");
}
