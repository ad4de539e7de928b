using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Kubeflow pipelines on the clouds' own runners: Vertex AI Pipelines on Google Cloud, SageMaker Pipelines on AWS.</summary>
public sealed record KubeflowConfig : SchedulerConfig
{
    [Description("The object store with what steps hand on. The stack's only one when left out.")]
    public Ref<ObjectStore>? Store { get; init; }

    [Description("Make the metadata store that pipelines record their runs in (Google Cloud). There is one for each project and region: false where another stack has made it.")]
    public bool MetadataStore { get; init; } = true;
}
