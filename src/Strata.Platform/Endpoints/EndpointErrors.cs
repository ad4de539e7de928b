using System.Globalization;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Endpoints;

/// <summary>Problems of endpoints.</summary>
public static class EndpointErrors
{
    /// <param name="property">As the stack file writes it.</param>
    /// <param name="what">What has no such thing: an endpoint on SageMaker.</param>
    /// <param name="reason">A full sentence.</param>
    /// <param name="hint">What to do instead, a full sentence.</param>
    public static Diagnostic NotHad(SourceSpan? at, string property, string what, string reason, string hint) =>
        Diagnostic.Error("STR880", at, $"'{property}' cannot be had for {what}. {reason} {hint}");

    /// <param name="hint">The nearest that works, a full sentence.</param>
    public static Diagnostic RolloutNotDone(SourceSpan? at, string engine, string mode, string strategy, string reason, string hint) =>
        Diagnostic.Error("STR881", at, $"The engine '{engine}' has no '{strategy}' in mode '{mode}'. {reason} {hint}");

    public static Diagnostic WeightsDoNotSum(SourceSpan? at, string name, int sum) => Diagnostic.Error("STR882", at, string.Create(CultureInfo.InvariantCulture,
        $"The variants of '{name}' have weights of {sum} in all, and each request goes to one of them. Give every variant a weight, so that they make 100."));

    /// <param name="wanted">What it takes, to follow "takes": exactly one variant.</param>
    public static Diagnostic WrongVariants(SourceSpan? at, string strategy, string engine, string wanted, int count, string hint) => Diagnostic.Error("STR883", at, string.Create(CultureInfo.InvariantCulture,
        $"'{strategy}' with the engine '{engine}' takes {wanted}, and {count} are given. {hint}"));

    public static Diagnostic CanaryWithoutAlarm(SourceSpan? at, string name) => Diagnostic.Error("STR884", at,
        $"Nothing watches the canary of '{name}': the service would move all requests to the new model after the interval, whatever it answers. Add 'alarms: {{ errorPercent: 1 }}' or 'latencyMs' to the rollout.");

    public static Diagnostic CanaryUnwatched(SourceSpan? at, string name) => Diagnostic.Warning("STR885", at,
        $"Nothing watches the canary of '{name}': it keeps its requests until someone changes the file. Add 'alarms' to the rollout, so that people are told when it is no good.");

    /// <param name="other">The mode it belongs to.</param>
    public static Diagnostic OfOtherMode(SourceSpan? at, string property, string name, string mode, string other) => Diagnostic.Error("STR886", at,
        $"'{property}' means nothing for '{name}', whose mode is '{mode}'. Remove it, or set 'mode: {other}'.");

    /// <param name="reason">Why it is needed, a full sentence.</param>
    public static Diagnostic Missing(SourceSpan? at, string name, string property, string reason, string example) => Diagnostic.Error("STR887", at,
        $"'{name}' needs '{property}'. {reason} Add '{property}: {example}'.");

    public static Diagnostic NoGpuPool(SourceSpan? at, string name, int gpus, string where) => Diagnostic.Error("STR888", at, string.Create(CultureInfo.InvariantCulture,
        $"'{name}' asks for GPUs, {gpus} for each replica, and {where} has no machine with as many: its pods would wait for ever. Name a pool that has them with 'pool', add one under 'compute:', or remove 'gpu'."));

    public static Diagnostic SpotWithOneReplica(SourceSpan? at, string name, string pool) => Diagnostic.Warning("STR889", at,
        $"'{name}' may have a single replica, and the pool '{pool}' is on spot: when its machine is taken away, nobody answers. Set 'min: 2', or name a pool that is not on spot.");

    public static Diagnostic NeedsGateway(SourceSpan? at, string name, string strategy) => Diagnostic.Error("STR890", at,
        $"'{strategy}' needs something that shares out the requests of '{name}', and a service of Kubernetes does not. Add 'gateway: {{ name: shared, namespace: gateways }}', a Gateway of the cluster that takes routes from the team's namespace, or use 'strategy: rolling'.");

    /// <param name="schemes">What the engine reads: s3, gs.</param>
    public static Diagnostic ModelElsewhere(SourceSpan? at, string model, string engine, IEnumerable<string> schemes) => Diagnostic.Error("STR891", at,
        $"The engine '{engine}' cannot read '{model}': it reads from {string.Join(", ", schemes)}. Copy the files to one of the stack's object stores, and give their path in it.");

    public static Diagnostic MinAboveMax(SourceSpan? at, string name, int min, int max) => Diagnostic.Error("STR892", at, string.Create(CultureInfo.InvariantCulture,
        $"'{name}' has at least {min} replicas and at most {max}. Raise 'max' or lower 'min'."));

    public static Diagnostic AlarmsNeedMonitoring(SourceSpan? at, string name) => Diagnostic.Error("STR893", at,
        $"The alarm of '{name}' is a query to Prometheus, and its cluster has none. Set 'monitoring: true' on the cluster, or remove 'query'.");

    public static Diagnostic UnknownLive(SourceSpan? at, string live, IReadOnlyCollection<string> variants) => Diagnostic.Error("STR894", at,
        $"'live' names '{live}', which is none of the variants.{Suggestion.For(live, variants)} Name a variant, or remove 'live' to keep the endpoint's own model answering.");

    /// <param name="name">As written.</param>
    public static Diagnostic NotAnImage(SourceSpan? at, string name, IReadOnlyCollection<string> images) => Diagnostic.Error("STR895", at,
        $"No registry of the stack has an image '{name}'.{Suggestion.For(name, images)} Add it to 'images:' of a registry, or write the full reference with its registry: ghcr.io/acme/{name}:1.0.");

    public static Diagnostic ScheduleNotPossible(SourceSpan? at, string schedule) => Diagnostic.Error("STR896", at,
        $"AWS cannot run the schedule '{schedule}': EventBridge counts days of the month or days of the week, and not both. Use one of the two fields, and '*' in the other.");

    public static Diagnostic LicenceForProduction(SourceSpan? at, string name) => Diagnostic.Warning("STR897", at,
        $"'{name}' is in production on Seldon Core 2, whose licence (BUSL-1.1) allows that to customers of Seldon alone. Say 'licensed: true' if you have a contract, or use 'engine: kserve'.");
}
