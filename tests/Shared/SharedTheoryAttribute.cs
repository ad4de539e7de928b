namespace Strata.Tests;

/// <summary>A theory that needs the folder <c>shared</c> and is skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedTools.SkipReason;
}
