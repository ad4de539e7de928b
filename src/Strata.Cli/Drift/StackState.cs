namespace Strata.Cli.Drift;

/// <summary>What the engine knows of a stack.</summary>
/// <param name="Pending">Operations that were begun and never ended, as an interrupted update leaves them.</param>
internal sealed record StackState(IReadOnlyList<StateResource> Resources, IReadOnlyList<PendingOperation> Pending);

/// <param name="Kind"><c>creating</c>, <c>updating</c>, <c>deleting</c>, <c>reading</c> or <c>importing</c>.</param>
internal sealed record PendingOperation(string Kind, string Urn);
