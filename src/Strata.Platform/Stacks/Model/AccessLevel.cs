namespace Strata.Platform.Stacks;

/// <summary>What an identity may do with a component's data.</summary>
public enum AccessLevel
{
    /// <summary>List and read.</summary>
    Read,

    /// <summary>List, read, write and delete.</summary>
    Write,
}
