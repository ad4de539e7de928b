using Strata.Graph;

namespace Strata.Platform.Schedulers;

/// <summary>Spark for others to use.</summary>
/// <param name="Facts">Where and as whom applications run, in the words of whoever runs them.</param>
/// <param name="Storage">Where results go.</param>
internal sealed record SparkHandle(ValueMap Facts, Input<string> Storage) : SchedulerHandle("spark")
{
    public override ValueMap Outputs
    {
        get
        {
            var outputs = new ValueMap { ["engine"] = Engine, ["storage"] = Storage };
            foreach (var (name, value) in Facts)
            {
                outputs[name] = value;
            }

            return outputs;
        }
    }
}
