namespace Strata.Tests;

/// <summary>A fact that needs the folder <c>shared</c> and is skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = SharedTools.SkipReason;
}
