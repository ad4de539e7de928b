using Strata.Aws.ServiceQuotas;
using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>Asks AWS for the quotas that the stack needs, where the file says so. A quota that is larger already stays as it is.</summary>
internal static class AwsQuotas
{
    public static void Expand(StackExpansion expansion)
    {
        QuotaConfig config = expansion.Stack.Config.Quotas;
        var needs = AwsQuotaNeeds.Of(expansion.Stack);
        if (!config.Request || needs.Count == 0)
        {
            return;
        }

        var scope = expansion.Root.AddComponent("strata:foundation:Quotas", "aws-quotas", config.KeySpan);
        foreach (var need in needs)
        {
            // The quota is the account's: taking the stack away does not lower it.
            scope.Add(new ServiceQuota($"quota-{need.Code}", new() { RetainOnDelete = true })
            {
                ServiceCode = "ec2",
                QuotaCode = need.Code,
                Value = need.Vcpus,
            });
        }
    }
}
