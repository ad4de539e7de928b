using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>When machines are off.</summary>
public sealed record OffHours : ConfigRecord
{
    [Description("When they stop.")]
    public required CronSchedule Stop { get; init; }

    [Description("When they start again; only by hand when left out.")]
    public CronSchedule? Start { get; init; }

    [Description("The time zone of both.")]
    public TimeZoneName TimeZone { get; init; } = new("UTC");
}
