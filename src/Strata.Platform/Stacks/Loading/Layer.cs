namespace Strata.Platform.Stacks;

/// <summary>One file in the order files are applied, and how it came in.</summary>
/// <param name="Reference">Where it is named; null for the stack itself, which is always last.</param>
/// <param name="By">The file that names it.</param>
internal sealed record Layer(ConfigFile File, FragmentReference? Reference, ConfigFile? By);
