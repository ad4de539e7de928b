using Strata.Graph;

namespace Strata.Cli.Drift;

/// <summary>A resource as the engine's state has it.</summary>
/// <param name="Urn">Such as <c>urn:pulumi:fraud-dev::strata::strata:storage:ObjectStore$aws:s3/bucket:Bucket::lake</c>.</param>
/// <param name="Parent">The parent's URN; null for the stack's own.</param>
/// <param name="Inputs">As the program last registered them, with the provider's defaults taken out.</param>
internal sealed record StateResource(string Urn, string Type, string? Parent, bool IsCustom, IReadOnlyList<Property> Inputs)
{
    public bool IsProtected { get; init; }

    /// <summary>Read, and not made.</summary>
    public bool IsExternal { get; init; }

    /// <summary>An old copy that the next update deletes.</summary>
    public bool IsToBeDeleted { get; init; }

    /// <summary>What went wrong when it was made; it exists but may not be ready.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>All after the type: a name may have <c>::</c> in it.</summary>
    public string Name => string.Join("::", Urn.Split("::")[3..]);

    /// <summary>What the engine tells it apart by: types of the components around it, type and name.</summary>
    public string Identity => Urn[(Urn.IndexOf("::", Urn.IndexOf("::", StringComparison.Ordinal) + 2, StringComparison.Ordinal) + 2)..];
}
