using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>Keeps pods off a node that do not tolerate it.</summary>
public sealed record Taint : ConfigRecord
{
    [Description("The key, such as example.com/dedicated.")]
    public required string Key { get; init; }

    [Description("The value.")]
    public string Value { get; init; } = "true";

    [Description("What happens to pods that do not tolerate it.")]
    public TaintEffect Effect { get; init; } = TaintEffect.NoSchedule;
}

/// <summary>Kubernetes' taint effects.</summary>
public enum TaintEffect
{
    NoSchedule,
    PreferNoSchedule,
    NoExecute,
}
