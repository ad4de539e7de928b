namespace Strata.Platform.Stacks;

/// <summary>One named entry of a section, which others can refer to by its name.</summary>
public abstract record NamedConfig : ConfigRecord
{
    /// <summary>The entry's key: lower-case letters, digits and dashes, at most 30 characters, first a letter.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Something in it could not be bound, so that it is not fit for use. The reason is among the diagnostics.</summary>
    internal bool IsBroken { get; set; }
}
