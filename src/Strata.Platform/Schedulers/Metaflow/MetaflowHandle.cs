using Strata.Graph;

namespace Strata.Platform.Schedulers;

/// <summary>Metaflow for flows to run on.</summary>
/// <param name="Settings">The keys and values of <c>~/.metaflowconfig/config.json</c>.</param>
internal sealed record MetaflowHandle(ValueMap Settings) : SchedulerHandle("metaflow")
{
    public override ValueMap Outputs => new() { ["config"] = Settings };
}
