using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Workspaces;

/// <summary>A workspace, with what people need to reach it.</summary>
/// <param name="Engine">The engine's word in files.</param>
/// <param name="More">What the engine adds.</param>
internal sealed record WorkspaceHandle(string Engine, WorkspaceConfig Config, ValueMap More) : Handle
{
    /// <summary>What the engine's chart is given; null for engines without one.</summary>
    public ValueMap? ChartValues { get; init; }

    // 365.25 days a year, in twelve months.
    private const int HoursPerMonth = 730;

    /// <summary>
    /// US dollars an hour of one machine, from the catalog of machines (list prices of us-east-1 and us-central1); null where it is not
    /// known, or nothing is billed by the hour.
    /// </summary>
    public decimal? UsdPerHour { get; init; }

    /// <summary>What a month costs at most in which nobody notices that every user's machine is on. Disks are extra.</summary>
    public decimal? UsdPerMonthIfForgotten => UsdPerHour is { } price ? Math.Round(price * HoursPerMonth * Math.Max(1, Config.Users.Count), 2) : null;

    public override ValueMap Outputs
    {
        get
        {
            var outputs = new ValueMap { ["engine"] = Engine, ["idleStopMinutes"] = Config.AlwaysOn ? null : (Value)Config.IdleStop.WholeMinutes, ["usdPerMonthIfForgotten"] = UsdPerMonthIfForgotten is { } usd ? (Value)(double)usd : null };
            foreach (var (name, value) in (IEnumerable<Property>)More)
            {
                outputs[name] = value;
            }

            return outputs;
        }
    }
}
