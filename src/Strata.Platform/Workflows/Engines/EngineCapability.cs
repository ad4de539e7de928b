namespace Strata.Platform.Workflows;

/// <summary>Whether a scheduler can do something, and how or why not.</summary>
/// <param name="Can">It can.</param>
/// <param name="How">How it does it, as a phrase for a table; or why it cannot, as a full sentence.</param>
internal sealed record EngineCapability(bool Can, string How)
{
    public static EngineCapability By(string how) => new(true, how);

    public static EngineCapability Not(string reason) => new(false, reason);
}
