using Strata.Graph;

namespace Strata.Platform.Schedulers;

/// <summary>A Slurm cluster for others to use.</summary>
/// <param name="Facts">Where jobs are submitted and what runs them, in the words of whoever runs it.</param>
/// <param name="Queues">Partitions that jobs name.</param>
/// <param name="Storage">Where results go.</param>
internal sealed record SlurmHandle(ValueMap Facts, IReadOnlyList<string> Queues, Input<string> Storage) : SchedulerHandle("slurm")
{
    /// <summary>What Google's Cluster Toolkit makes of it; null elsewhere.</summary>
    public SlurmBlueprint? Blueprint { get; init; }

    public override ValueMap Outputs
    {
        get
        {
            var outputs = new ValueMap { ["engine"] = Engine, ["queues"] = Value.List(Queues.Select(queue => (Value)queue)), ["storage"] = Storage };
            foreach (var (name, value) in Facts)
            {
                outputs[name] = value;
            }

            return outputs;
        }
    }
}
