using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Schedulers;

/// <summary>Something that runs workflows and jobs. The <c>engine</c> may be left out where it is the same as the name.</summary>
[Union("engine")]
[Kind("airflow", typeof(AirflowConfig))]
[Kind("argo", typeof(ArgoConfig))]
[Kind("prefect", typeof(PrefectConfig))]
[Kind("dagster", typeof(DagsterConfig))]
[Kind("kubeflow", typeof(KubeflowConfig))]
[Kind("metaflow", typeof(MetaflowConfig))]
[Kind("step-functions", typeof(StepFunctionsConfig))]
[Kind("workflows", typeof(GoogleWorkflowsConfig))]
[Kind("batch", typeof(BatchSchedulerConfig))]
[Kind("cronjob", typeof(CronjobConfig))]
[Kind("cron", typeof(CronConfig))]
[Kind("slurm", typeof(SlurmConfig))]
[Kind("ray", typeof(RayConfig))]
[Kind("spark", typeof(SparkConfig))]
public abstract record SchedulerConfig : PlatformComponentConfig;
