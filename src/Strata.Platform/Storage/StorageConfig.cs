using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>Somewhere data lies. The <c>kind</c> may be left out where it is the same as the name.</summary>
[Union("kind")]
[Kind("objects", typeof(ObjectStore))]
[Kind("files", typeof(FileStore))]
[Kind("scratch", typeof(Scratch))]
[Kind("block", typeof(BlockStorage))]
[Kind("warehouse", typeof(Warehouse))]
[Kind("vectors", typeof(VectorStore))]
public abstract record StorageConfig : ComponentConfig;
