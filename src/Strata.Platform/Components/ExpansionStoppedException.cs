namespace Strata.Platform.Components;

/// <summary>
/// Leaves a component whose expansion cannot go on because something it needs is missing. The reason is a diagnostic that was
/// added before; the stack's other components go on.
/// </summary>
internal sealed class ExpansionStoppedException : Exception;
