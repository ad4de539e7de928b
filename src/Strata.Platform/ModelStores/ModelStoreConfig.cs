using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.ModelStores;

/// <summary>Where models are kept, with what is known of them. The <c>engine</c> may be left out where it is the same as the name.</summary>
[Union("engine")]
[Kind("mlflow", typeof(MlflowConfig))]
[Kind("sagemaker", typeof(SageMakerRegistryConfig))]
[Kind("vertex", typeof(VertexRegistryConfig))]
public abstract record ModelStoreConfig : PlatformComponentConfig
{
    [Description("Where the models' files are kept. The stack's only object store when left out.")]
    public Ref<ObjectStore>? Artifacts { get; init; }

    [Description("What must be known of a model before it is registered. All eight when left out.")]
    public IReadOnlyList<ModelFact> Requires { get; init; } = Enum.GetValues<ModelFact>();
}

/// <summary>The eight kinds of facts that make a model one that others can run, judge and make again.</summary>
public enum ModelFact
{
    /// <summary>What it is: its architecture or class.</summary>
    Definition,

    /// <summary>The trained parameters: weights.</summary>
    Parameters,

    /// <summary>The functions that turn raw input into features, and features into a prediction.</summary>
    Functions,

    /// <summary>The packages it needs, each with its exact version.</summary>
    Dependencies,

    /// <summary>The data it was trained on, by version.</summary>
    Data,

    /// <summary>The code that made it, by commit.</summary>
    Code,

    /// <summary>What the experiment gave: metrics, plots, logs.</summary>
    Experiment,

    /// <summary>Tags: owner, purpose, stage.</summary>
    Tags,
}
