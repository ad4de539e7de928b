using System.ComponentModel;

namespace Strata.Platform.Stacks;

/// <summary>One named entry of a section: something the stack is to have.</summary>
public abstract record ComponentConfig : ConfigRecord
{
    /// <summary>The entry's key: lower-case letters, digits and dashes, at most 30 characters, first a letter.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Something in it could not be bound, so that it is not fit for expanding. The reason is among the diagnostics.</summary>
    internal bool IsBroken { get; set; }

    [Description("What the component was called before it was renamed, so that renaming replaces nothing. May be removed once every stack is up.")]
    public string? RenamedFrom { get; init; }

    [Description("The cloud of this one component, where it is not the stack's.")]
    public Cloud? Cloud { get; init; }
}
