using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

/// <summary>The machine that cron is on.</summary>
/// <param name="Machine">What the machine's own component offers.</param>
internal sealed record CronHandle(Handle Machine) : SchedulerHandle("cron")
{
    public override ValueMap Outputs => Machine.Outputs;
}
