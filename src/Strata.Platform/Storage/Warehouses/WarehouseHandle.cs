using Strata.Graph;

namespace Strata.Platform.Storage;

/// <summary>A warehouse for others to use.</summary>
/// <param name="Config">What the stack file says of it.</param>
/// <param name="Engine">Which system it is.</param>
internal abstract record WarehouseHandle(Warehouse Config, WarehouseEngine Engine) : StorageHandle
{
    public override ValueMap Outputs => new() { ["engine"] = Stacks.PropertyNames.OfChoice(Engine.ToString()) };
}
