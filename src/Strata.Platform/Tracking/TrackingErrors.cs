using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Tracking;

/// <summary>Problems of experiment tracking and data versioning.</summary>
public static class TrackingErrors
{
    public static Diagnostic NoKey(SourceSpan? at, string engine) => Diagnostic.Error("STR871", at,
        $"Runs could not sign in to {engine}: there is no key. Add 'apiKey: {{ secret: {engine} }}', and set the secret with: pulumi config set --secret --path 'strata:secrets.{engine}'.");

    public static Diagnostic NoEntity(SourceSpan? at, string engine, string what) => Diagnostic.Error("STR872", at,
        $"Nothing says to which {what} of {engine} runs belong. Add 'entity:' with its name.");

    public static Diagnostic NoServer(SourceSpan? at, IReadOnlyCollection<string> servers) => Diagnostic.Error("STR873", at, servers.Count == 0
        ? "Experiments are to be written down in MLflow, and the stack has no MLflow server. Add one under 'modelStores:' with 'engine: mlflow'."
        : $"Experiments are to be written down in MLflow, and the stack has several servers: {string.Join(", ", servers)}. Say which with 'store:'.");

    public static Diagnostic MeansNothing(SourceSpan? at, string property, string engine) => Diagnostic.Warning("STR874", at,
        $"'{property}' has no effect with {engine}. Remove it, or choose another engine.");

    public static Diagnostic NoRemote(SourceSpan? at, IReadOnlyCollection<string> stores) => Diagnostic.Error("STR875", at, stores.Count == 0
        ? "Versions of data have no place to go: the stack has no object store. Add one under 'storage:' with 'kind: objects'."
        : $"Versions of data could go to several object stores: {string.Join(", ", stores)}. Say which with 'remote:'.");
}
