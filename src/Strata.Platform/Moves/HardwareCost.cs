namespace Strata.Platform.Moves;

/// <summary>What owned hardware costs in a month, in US dollars.</summary>
/// <param name="Machines">The price of the machines, spread over the months they are used; null when it was not said.</param>
public sealed record HardwareCost(decimal? Machines, decimal? Power, decimal? People)
{
    /// <summary>The sum; null when nothing was said of the machines, because power and people alone are not the cost.</summary>
    public decimal? Total => Machines is null ? null : Machines + (Power ?? 0) + (People ?? 0);
}
