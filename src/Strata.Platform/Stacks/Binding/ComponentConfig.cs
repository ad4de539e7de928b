using System.ComponentModel;

namespace Strata.Platform.Stacks;

/// <summary>A named entry that becomes resources: something the stack is to have.</summary>
public abstract record ComponentConfig : NamedConfig
{
    [Description("What the component was called before it was renamed, so that renaming replaces nothing. May be removed once every stack is up.")]
    public string? RenamedFrom { get; init; }

    [Description("The cloud of this one component, where it is not the stack's.")]
    public Cloud? Cloud { get; init; }
}
