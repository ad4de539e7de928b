using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>Something that computes. The <c>kind</c> may be left out where it is the same as the name.</summary>
[Union("kind")]
[Kind("cluster", typeof(Cluster))]
[Kind("pool", typeof(Pool))]
[Kind("batch", typeof(Batch))]
[Kind("instances", typeof(Instances))]
public abstract record ComputeConfig : ComponentConfig;
