using Strata.Platform;
using Strata.Platform.Compute;

namespace Strata.Cli.Commands;

/// <summary>Clouds give new accounts no GPUs: stacks with GPU pools have to ask for them.</summary>
internal sealed class QuotaCheckup(CommandContext context)
{
    public IEnumerable<Finding> Findings()
    {
        foreach (var name in context.Stacks.Names)
        {
            if (context.Stacks.Find(name) is not { } stack)
            {
                continue;
            }

            if (stack.Config.Quotas.Request)
            {
                yield return new Finding($"quotas of {name}", "asked for when it is applied", null);
            }
            else if (stack.Components.OfType<Pool>().Any(pool => pool.Machine.Gpu is not null && stack.CloudOf(pool) != Cloud.Kubernetes))
            {
                yield return new Finding($"quotas of {name}", "GPU pools, and none asked for", $"If the account has none yet: strata set {name} quotas.request true");
            }
        }
    }
}
