namespace Strata.Tests;

/// <summary>One line of check_resource.py.</summary>
/// <param name="Level"><c>error</c> or <c>warning</c>.</param>
/// <param name="Code">Such as <c>unknown-property</c> or <c>plain-secret</c>.</param>
/// <param name="Path">The resource's place in the list, its type and the input.</param>
internal sealed record CheckFinding(string Level, string Code, string Path, string Message)
{
    public bool IsError => Level == "error";

    public override string ToString() => $"{Level} {Code} {Path}: {Message}";
}
