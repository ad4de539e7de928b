using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Workflows;

/// <summary>What starts a workflow besides its schedule.</summary>
public sealed record WorkflowTrigger : ConfigRecord
{
    [Description("A new object in a store.")]
    public NewObject? NewObject { get; init; }

    [Description("Another workflow that has gone well.")]
    public Ref<WorkflowConfig>? After { get; init; }
}

/// <summary>A new object in a store. The workflow's parameter 'object' is the object's key.</summary>
public sealed record NewObject : ConfigRecord
{
    [Description("The object store; it must have 'events: true' on AWS and Google Cloud.")]
    public required Ref<ObjectStore> Store { get; init; }

    [Description("What the object's key begins with.")]
    public string Prefix { get; init; } = "";

    [Description("What the object's key ends with.")]
    public string Suffix { get; init; } = "";
}
