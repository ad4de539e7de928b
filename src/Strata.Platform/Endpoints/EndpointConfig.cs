using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Units;

namespace Strata.Platform.Endpoints;

/// <summary>Somewhere a model answers. The <c>engine</c> may be left out where it is the same as the name.</summary>
[Union("engine")]
[Kind("kubernetes", typeof(KubernetesEndpoint))]
[Kind("kserve", typeof(KServeEndpoint))]
[Kind("sagemaker", typeof(SageMakerEndpoint))]
[Kind("ray", typeof(RayEndpoint))]
[Kind("seldon", typeof(SeldonEndpoint))]
[Kind("vertex", typeof(VertexEndpoint))]
public abstract record EndpointConfig : PlatformComponentConfig
{
    [Description("Whether it answers requests as they come, or works through files on a schedule.")]
    public EndpointMode Mode { get; init; }

    [Description("The model's files: a URI such as s3://models/fraud/3, or a path in 'store'. Left out where the image has them.")]
    public string? Model { get; init; }

    [Description("The object store that 'model', 'input' and 'output' are paths of. The stack's only one when left out.")]
    public Ref<ObjectStore>? Store { get; init; }

    [Description("The image that serves it: one of the stack's registries with its tag (images:1.4), or a full reference.")]
    [Pattern("^[a-z0-9.-]+(:[0-9]+)?(/[a-z0-9._-]+)*(:[A-Za-z0-9._-]+|@sha256:[0-9a-f]{64})$", "an image with its tag or digest, such as images:1.4 or ghcr.io/acme/score:1.4")]
    public string? Image { get; init; }

    [Description("Environment variables of the server; nothing secret.")]
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    [Description("How many replicas at least.")]
    [Bounds(0, 1_000)]
    [PerEnvironment("1", "2")]
    public int Min { get; init; }

    [Description("How many replicas at most; of a batch run, how many at one time, and one when left out.")]
    [Bounds(1, 1_000)]
    [PerEnvironment("2", "10")]
    public int Max { get; init; }

    /// <summary>How many replicas of a batch run work at one time.</summary>
    internal int Parallelism => IsSet(nameof(Max)) ? Max : 1;

    [Description("What replicas are added and removed by. Each engine has its own default.")]
    public Scaling? Scaling { get; init; }

    [Description("How a new model takes over from the one before, or shares with it.")]
    public Rollout Rollout { get; init; } = new();

    [Description("When a batch run starts, as cron writes it, in UTC. Only when somebody starts it, when left out.")]
    public CronSchedule? Schedule { get; init; }

    [Description("What a batch run reads: a URI or a path in 'store'.")]
    public string? Input { get; init; }

    [Description("Where a batch run writes: a URI or a path in 'store'.")]
    public string? Output { get; init; }
}

/// <summary>What kind of endpoint.</summary>
public enum EndpointMode
{
    /// <summary>It answers requests as they come.</summary>
    Online,

    /// <summary>It works through files.</summary>
    Batch,
}
