using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Schedulers;

/// <summary>Something that runs workflows and jobs. The <c>engine</c> may be left out where it is the same as the name.</summary>
[Union("engine")]
[Kind("step-functions", typeof(StepFunctionsConfig))]
[Kind("batch", typeof(BatchSchedulerConfig))]
[Kind("workflows", typeof(GoogleWorkflowsConfig))]
[Kind("cronjob", typeof(CronjobConfig))]
[Kind("kubeflow", typeof(KubeflowConfig))]
[Kind("metaflow", typeof(MetaflowConfig))]
public abstract record SchedulerConfig : PlatformComponentConfig;
