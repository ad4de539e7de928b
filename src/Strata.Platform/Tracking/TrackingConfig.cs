using System.ComponentModel;
using Strata.Platform.ModelStores;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Tracking;

/// <summary>Where experiments are written down.</summary>
public sealed record TrackingConfig : ConfigRecord
{
    [Description("The system.")]
    public required TrackingEngine Engine { get; init; }

    [Description("The model store that is an MLflow server (mlflow). The stack's only one when left out.")]
    public Ref<MlflowConfig>? Store { get; init; }

    [Description("The experiment (mlflow) or project (wandb, comet) that runs belong to. The team's name when left out.")]
    public string? Project { get; init; }

    [Description("The team (wandb) or workspace (comet).")]
    public string? Entity { get; init; }

    [Description("The address of a server of one's own (wandb, comet). The makers' own service when left out.")]
    [Pattern("^https://[^\\s/]+$", "an address that starts with https://")]
    public string? Url { get; init; }

    [Description("The key that runs sign in with (wandb, comet): { secret: name }.")]
    public SecretRef? ApiKey { get; init; }
}

/// <summary>A system for experiments.</summary>
public enum TrackingEngine
{
    Mlflow,

    /// <summary>Weights &amp; Biases.</summary>
    Wandb,
    Comet,
}

/// <summary>How versions of data are kept.</summary>
public sealed record DataVersioningConfig : ConfigRecord
{
    [Description("The system.")]
    public DataVersioningEngine Engine { get; init; }

    [Description("The object store that versions are pushed to. The stack's only one when left out.")]
    public Ref<ObjectStore>? Remote { get; init; }

    [Description("The folder in it.")]
    [Pattern("^[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$", "a folder, such as dvc")]
    public string Path { get; init; } = "dvc";
}

/// <summary>A system for versions of data.</summary>
public enum DataVersioningEngine
{
    Dvc,
}
