using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>The clouds' own quotas (vCPUs and GPUs a region gives an account).</summary>
public sealed record QuotaConfig : ConfigRecord
{
    [Description("Ask the cloud to raise its quotas to what the pools need at most. Raising takes the cloud hours to days; without it, 'strata doctor' only lists what is needed.")]
    public bool Request { get; init; }

    [Description("The mail address Google asks for with a quota request.")]
    public string? Contact { get; init; }
}
