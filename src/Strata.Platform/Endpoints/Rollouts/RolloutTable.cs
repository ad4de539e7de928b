namespace Strata.Platform.Endpoints;

/// <summary>What each engine does with each way of rolling out, online and in batch. Pure data: rules, docs and tests read it alike.</summary>
internal static class RolloutTable
{
    public const string Kubernetes = "kubernetes";
    public const string KServe = "kserve";
    public const string SageMaker = "sagemaker";
    public const string Ray = "ray";
    public const string Seldon = "seldon";
    public const string Vertex = "vertex";

    private const string Routes = "Two sets of replicas behind one HTTPRoute of the Gateway API";

    /// <summary>Engine, mode and strategy, each combination once, in the order of the catalog.</summary>
    public static IReadOnlyList<RolloutRow> Rows { get; } = [.. Online, .. Batch];

    /// <summary>What becomes of a combination.</summary>
    public static RolloutCell Find(string engine, EndpointMode mode, RolloutStrategy strategy) =>
        Rows.Single(row => row.Engine == engine && row.Mode == mode && row.Strategy == strategy).Cell;

    /// <summary>What an engine does when the file names no strategy.</summary>
    public static RolloutStrategy DefaultOf(string engine, EndpointMode mode) =>
        engine == Ray && mode == EndpointMode.Online ? RolloutStrategy.BlueGreen : RolloutStrategy.Rolling;

    private static IEnumerable<RolloutRow> Online =>
    [
        Done(Kubernetes, RolloutStrategy.Rolling, "The deployment replaces pods one after the other, and a disruption budget keeps enough of them.", VariantRule.None),
        Done(Kubernetes, RolloutStrategy.Canary, $"{Routes}; the new one has 'percent' of the weight until the file says otherwise.", VariantRule.One),
        Done(Kubernetes, RolloutStrategy.BlueGreen, $"{Routes}; 'live' says which of the two has all of the weight.", VariantRule.One),
        Done(Kubernetes, RolloutStrategy.Shadow, "An HTTPRoute with a RequestMirror filter copies 'percent' of the requests to the shadow.", VariantRule.One),
        Done(Kubernetes, RolloutStrategy.Ab, "A set of replicas for each variant behind one HTTPRoute, by weight.", VariantRule.TwoOrMore),

        Done(KServe, RolloutStrategy.Rolling, "The InferenceService's deployment replaces pods one after the other.", VariantRule.None),
        Done(KServe, RolloutStrategy.Canary, "Two InferenceServices behind one HTTPRoute by weight: canaryTrafficPercent works with Knative only, and this is the standard mode.", VariantRule.One),
        Done(KServe, RolloutStrategy.BlueGreen, "Two InferenceServices behind one HTTPRoute; 'live' says which has all of the weight.", VariantRule.One),
        Done(KServe, RolloutStrategy.Shadow, "An HTTPRoute with a RequestMirror filter copies 'percent' of the requests to the shadow's InferenceService.", VariantRule.One),
        Done(KServe, RolloutStrategy.Ab, "An InferenceService for each variant, and an InferenceGraph that splits requests by weight.", VariantRule.TwoOrMore),

        Done(SageMaker, RolloutStrategy.Rolling, "The service replaces 'percent' of the machines at a time, between 5 and 50, and goes back when an alarm rings.", VariantRule.None),
        Done(SageMaker, RolloutStrategy.Canary, "The service starts the new machines beside the old ones, gives them 'percent' of the capacity, waits 'interval', goes on in 'steps', and goes back when an alarm rings.", VariantRule.None, movesItself: true),
        Done(SageMaker, RolloutStrategy.BlueGreen, "The service starts the new machines beside the old ones, moves all requests at once, and keeps the old ones for 'interval'.", VariantRule.None, movesItself: true),
        Done(SageMaker, RolloutStrategy.Shadow, "A shadow variant gets copies of 'percent' of the requests.", VariantRule.One),
        Done(SageMaker, RolloutStrategy.Ab, "A production variant for each model, by weight.", VariantRule.TwoOrMore),

        No(Ray, RolloutStrategy.Rolling, "KubeRay replaces a service's cluster as a whole, and never node by node.", "Use 'strategy: blue-green', which is what it does: the new cluster stands before the old one goes."),
        Done(Ray, RolloutStrategy.Canary, "Two RayServices behind one HTTPRoute; the new one has 'percent' of the weight until the file says otherwise.", VariantRule.One),
        Done(Ray, RolloutStrategy.BlueGreen, "The RayService's upgrade strategy NewCluster: a second cluster is made ready, all requests move to it, and the first one goes.", VariantRule.None, movesItself: true),
        Done(Ray, RolloutStrategy.Shadow, "An HTTPRoute with a RequestMirror filter copies 'percent' of the requests to the shadow's RayService.", VariantRule.One),
        Done(Ray, RolloutStrategy.Ab, "A RayService for each variant behind one HTTPRoute, by weight.", VariantRule.TwoOrMore),

        Done(Seldon, RolloutStrategy.Rolling, "The scheduler loads the new version before it unloads the old one.", VariantRule.None),
        Done(Seldon, RolloutStrategy.Canary, "An Experiment with two candidates; the new one has 'percent' of the weight until the file says otherwise.", VariantRule.One),
        Done(Seldon, RolloutStrategy.BlueGreen, "Both models stay loaded, and the Experiment's one candidate is the one that 'live' names.", VariantRule.One),
        Done(Seldon, RolloutStrategy.Shadow, "An Experiment with a mirror that gets 'percent' of the requests.", VariantRule.One),
        Done(Seldon, RolloutStrategy.Ab, "An Experiment with a candidate for each variant, by weight.", VariantRule.TwoOrMore),

        Done(Vertex, RolloutStrategy.Rolling, "The deploy step deploys the new model, moves all requests to it and undeploys the old one.", VariantRule.None),
        Done(Vertex, RolloutStrategy.Canary, "The deploy step keeps both models deployed and gives the new one 'percent' of the traffic split.", VariantRule.One),
        Done(Vertex, RolloutStrategy.BlueGreen, "The deploy step keeps both models deployed, and the one that 'live' names has all of the traffic split.", VariantRule.One),
        No(Vertex, RolloutStrategy.Shadow, "An endpoint of Vertex AI answers each request with one model and copies it to no other.", "Switch on 'logging', and replay what it wrote with a second endpoint in 'mode: batch'; or use 'engine: kserve', whose route mirrors requests."),
        Done(Vertex, RolloutStrategy.Ab, "The deploy step keeps a deployed model for each variant, by traffic split.", VariantRule.TwoOrMore),
    ];

    private static IEnumerable<RolloutRow> Batch =>
    [
        .. BatchOf(Kubernetes, "The next job's pods take the new model."),
        .. NoBatch(KServe, "KServe keeps servers that wait for requests, and has nothing that works through files and ends."),
        .. BatchOf(SageMaker, "The next transform job takes the new model."),
        .. BatchOf(Ray, "The next RayJob takes the new model."),
        .. NoBatch(Seldon, "Seldon keeps servers that wait for requests, and has nothing that works through files and ends."),
        .. BatchOf(Vertex, "The next batch prediction job takes the new model."),
    ];

    private static IEnumerable<RolloutRow> BatchOf(string engine, string how) => Enum.GetValues<RolloutStrategy>().Select(strategy => strategy == RolloutStrategy.Rolling
        ? new RolloutRow(engine, EndpointMode.Batch, strategy, new RolloutDone(how, VariantRule.None))
        : new RolloutRow(engine, EndpointMode.Batch, strategy, new RolloutRefused(
            $"A batch run reads all of its input with one model, so there is nothing to {WordOf(strategy)}.", "Remove 'rollout', and run a second batch endpoint with the other model on the same input to compare the two.")));

    private static IEnumerable<RolloutRow> NoBatch(string engine, string reason) => Enum.GetValues<RolloutStrategy>().Select(strategy =>
        new RolloutRow(engine, EndpointMode.Batch, strategy, new RolloutRefused(reason, "Use 'engine: kubernetes' with 'mode: batch', a job with the same model.")));

    private static string WordOf(RolloutStrategy strategy) => strategy switch
    {
        RolloutStrategy.Shadow => "copy",
        RolloutStrategy.BlueGreen => "switch",
        _ => "share out",
    };

    private static RolloutRow Done(string engine, RolloutStrategy strategy, string how, VariantRule variants, bool movesItself = false) =>
        new(engine, EndpointMode.Online, strategy, new RolloutDone(how, variants, movesItself));

    private static RolloutRow No(string engine, RolloutStrategy strategy, string reason, string nearest) => new(engine, EndpointMode.Online, strategy, new RolloutRefused(reason, nearest));
}

/// <summary>One combination.</summary>
internal sealed record RolloutRow(string Engine, EndpointMode Mode, RolloutStrategy Strategy, RolloutCell Cell);

/// <summary>What becomes of a combination.</summary>
internal abstract record RolloutCell;

/// <summary>It is done.</summary>
/// <param name="How">A full sentence.</param>
/// <param name="Variants">How many models beside the endpoint's own it takes.</param>
/// <param name="MovesItself">The engine moves requests by itself once the new model is there, and nobody edits the file for it.</param>
internal sealed record RolloutDone(string How, VariantRule Variants, bool MovesItself = false) : RolloutCell;

/// <summary>It is refused.</summary>
/// <param name="Reason">A full sentence.</param>
/// <param name="Nearest">The nearest that works, a full sentence.</param>
internal sealed record RolloutRefused(string Reason, string Nearest) : RolloutCell;

/// <summary>How many variants a strategy takes.</summary>
internal enum VariantRule
{
    None,
    One,
    TwoOrMore,
}
