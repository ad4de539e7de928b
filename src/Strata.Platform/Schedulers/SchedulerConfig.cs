using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Schedulers;

/// <summary>Something that runs workflows and jobs. The <c>engine</c> may be left out where it is the same as the name.</summary>
[Union("engine")]
[Kind("ray", typeof(RayConfig))]
[Kind("spark", typeof(SparkConfig))]
[Kind("slurm", typeof(SlurmConfig))]
public abstract record SchedulerConfig : PlatformComponentConfig;
