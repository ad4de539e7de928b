namespace Strata.Platform.Catalog;

/// <summary>The instruction set of a machine. Arm is only ever chosen when asked for.</summary>
public enum Architecture
{
    X86,
    Arm,
}
