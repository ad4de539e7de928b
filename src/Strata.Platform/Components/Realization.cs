using Strata.Platform.Stacks;

namespace Strata.Platform.Components;

/// <summary>What becomes of a kind of component on one cloud, with one engine.</summary>
/// <param name="Engine">The engine's name in files; empty for kinds without engines, and for those that are an engine themselves.</param>
/// <param name="Managed">Whether it is about the cloud running it or the team; null for kinds without that choice.</param>
internal abstract record Realization(Cloud Cloud, string Engine, bool? Managed);

/// <summary>It is built.</summary>
/// <param name="Expand">Adds the resources to the context's scope and gives what others may use.</param>
internal sealed record Built(Cloud Cloud, string Engine, bool? Managed, Func<ComponentConfig, ComponentContext, Handle> Expand) : Realization(Cloud, Engine, Managed);

/// <summary>It is refused.</summary>
/// <param name="Reason">A full sentence.</param>
/// <param name="Hint">What to do instead, a full sentence.</param>
internal sealed record Refused(Cloud Cloud, string Engine, bool? Managed, string Reason, string Hint) : Realization(Cloud, Engine, Managed);
