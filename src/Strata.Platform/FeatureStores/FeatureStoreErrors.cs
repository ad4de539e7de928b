using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.FeatureStores;

/// <summary>Problems of feature stores.</summary>
public static class FeatureStoreErrors
{
    public static Diagnostic UnknownEntity(SourceSpan? at, string view, string entity, IReadOnlyCollection<string> entities) => Diagnostic.Error("STR860", at,
        $"The view '{view}' is of '{entity}', which is no entity of the store.{Suggestion.For(entity, entities)} Add it under 'entities:' with its key.");

    public static Diagnostic NameTwice(SourceSpan? at, string view, string name, string what) => Diagnostic.Error("STR861", at,
        $"'{name}' of the view '{view}' is a feature and also its {what}. Leave it out of 'features': it is in the view anyway.");

    public static Diagnostic FreshnessAboveTtl(SourceSpan? at, string view, string freshness, string ttl) => Diagnostic.Error("STR862", at,
        $"Features of '{view}' are brought every {freshness} and count for {ttl} only: between the two nothing could be served. Lower 'freshness' or raise 'ttl'.");

    public static Diagnostic UnknownRead(SourceSpan? at, string service, string read, IReadOnlyCollection<string> known) => Diagnostic.Error("STR863", at,
        $"The service '{service}' reads '{read}', which the store does not have.{Suggestion.For(read, known)} Name a view, or a feature as view.feature.");

    public static Diagnostic SourceUnclear(SourceSpan? at, string view) => Diagnostic.Error("STR864", at,
        $"The source of '{view}' has to be one of two: a 'table' of the warehouse, or a 'path' of the lake. Say one of them.");

    /// <param name="reason">A full sentence.</param>
    /// <param name="hint">A full sentence.</param>
    public static Diagnostic SourceNotPossible(SourceSpan? at, string view, string engine, string reason, string hint) => Diagnostic.Error("STR865", at,
        $"{engine} cannot take the features of '{view}' from there. {reason} {hint}");

    /// <param name="reason">A full sentence.</param>
    public static Diagnostic StoreNotPossible(SourceSpan? at, string name, string kind, string store, string cloud, string reason, IReadOnlyCollection<string> possible) => Diagnostic.Error("STR866", at,
        $"'{name}' cannot have {store} as its {kind} store on {cloud}. {reason} Use one of {string.Join(", ", possible)}.");

    public static Diagnostic ManyKeys(SourceSpan? at, string view, int keys) => Diagnostic.Error("STR867", at,
        $"The view '{view}' has {keys} entities, and SageMaker's feature groups have one identifier. Give it one entity whose key is made of the others' keys.");

    public static Diagnostic NoViews(SourceSpan? at, string name) => Diagnostic.Error("STR868", at,
        $"'{name}' has no views, and its engine is nothing without them. Add one under 'views:' with its entity, source, features and owner.");

    /// <param name="reason">A full sentence.</param>
    public static Diagnostic CannotMaterialize(SourceSpan? at, string scheduler, string store, string reason, IReadOnlyCollection<string> engines) => Diagnostic.Error("STR876", at,
        $"'{scheduler}' cannot bring the features of '{store}' online. {reason} Leave 'scheduler' out, so that a CronJob of the cluster does, or name a scheduler in that cluster whose engine is one of {string.Join(", ", engines)}.");

    public static Diagnostic WorkflowNameTaken(SourceSpan? at, string workflow, string store) => Diagnostic.Error("STR877", at,
        $"'{workflow}' is the name of the workflow that brings the features of '{store}' online. Give this one another name.");

    public static Diagnostic NoPassword(SourceSpan? at, string name) => Diagnostic.Error("STR869", at,
        $"Nothing keeps others in the network from the Redis of '{name}'. Add 'onlinePassword: {{ secret: name }}' with a secret of 16 to 128 letters and digits.");
}
