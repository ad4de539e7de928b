using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Images;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Workflows;

/// <summary>One step of a workflow: a command in an image.</summary>
public sealed record StepConfig : ConfigRecord
{
    [Description("The image it runs in.")]
    public required Ref<ImageConfig> Image { get; init; }

    [Description("The command with its arguments. ${parameters.name}, ${steps.step.output}, ${item} and ${run.id} are filled in when it runs.")]
    [Repeats]
    public required IReadOnlyList<string> Command { get; init; }

    [Description("The steps it waits for.")]
    public IReadOnlyList<string> Needs { get; init; } = [];

    [Description("Runs only if this holds: \"compare.winner == 'a'\". Steps that were left out count as done.")]
    public string? When { get; init; }

    [Description("Runs once for each item of a list that an earlier step gives out: 'split.files'.")]
    [Pattern("^[a-z][a-z0-9-]*\\.[a-z][a-z0-9_]*$", "step.output")]
    public string? ForEach { get; init; }

    [Description("How many items at once at most.")]
    [Bounds(1, 1_000)]
    public int MaxParallel { get; init; } = 10;

    [Description("The values it gives out: it writes each to a file of that name in the folder that $STRATA_OUTPUTS names.")]
    [Pattern("^[a-z]([a-z0-9_]{0,38}[a-z0-9])?$", "at most 40 lower-case letters, digits and underscores, a letter first")]
    public IReadOnlyList<string> Outputs { get; init; } = [];

    [Description("Files and folders it hands on, by name: it writes them below the folder that $STRATA_ARTIFACTS names. Steps that need it find them there at the same name, or in a folder of the step's name where several of those that they need have one of that name. Runs of a step with forEach put their files together: those of one name take the place of each other.")]
    [Pattern("^[a-z]([a-z0-9_-]{0,38}[a-z0-9])?$", "at most 40 lower-case letters, digits, dashes and underscores, a letter first")]
    public IReadOnlyList<string> Artifacts { get; init; } = [];

    [Description("How often it is tried again.")]
    [Bounds(0, 20)]
    public int Retries { get; init; }

    [Description("How long to wait before it is tried again; doubled each time.")]
    public Duration Backoff { get; init; } = new(60);

    [Description("How long it may take.")]
    public Duration? Timeout { get; init; }

    [Description("What it needs of a machine.")]
    public StepResources Resources { get; init; } = new();

    [Description("The pool it runs on, where the scheduler runs pods in a cluster. Any when left out.")]
    public Ref<Pool>? Pool { get; init; }

    [Description("The batch queue it runs in, where the scheduler runs jobs in queues. The stack's only one that has what it needs when left out.")]
    public Ref<Batch>? Queue { get; init; }

    [Description("Environment variables; nothing secret.")]
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    [Description("Environment variables from the stack's secrets.")]
    public IReadOnlyDictionary<string, SecretRef> Secrets { get; init; } = new Dictionary<string, SecretRef>();
}

/// <summary>What a step needs of a machine.</summary>
public sealed record StepResources : ConfigRecord
{
    [Description("Processor cores.")]
    public CpuCount Cpu { get; init; } = CpuCount.FromCores(1);

    [Description("Memory.")]
    public ByteSize Memory { get; init; } = ByteSize.FromGibibytes(2);

    [Description("GPUs. One for steps on a pool with GPUs when left out.")]
    [Bounds(0, 16)]
    public int? Gpu { get; init; }
}
