using System.Globalization;
using Strata.Gcp.CloudQuota;
using Strata.Gcp.CloudQuota.Inputs;
using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>Asks Google for the quotas that the stack needs, where the file says so.</summary>
internal static class GcpQuotas
{
    public static void Expand(StackExpansion expansion)
    {
        QuotaConfig config = expansion.Stack.Config.Quotas;
        var needs = GcpQuotaNeeds.Of(expansion.Stack);
        if (!config.Request || needs.Count == 0)
        {
            return;
        }

        if (config.Contact is not { } contact)
        {
            expansion.Diagnostics.Add(GcpFoundationErrors.ContactMissing(config.SpanOf(nameof(config.Request))));
            return;
        }

        var gcp = expansion.Foundations.Gcp;
        var scope = expansion.Root.AddComponent("strata:foundation:Quotas", "gcp-quotas", config.KeySpan);
        foreach (var need in needs)
        {
            scope.Add(new SQuotaPreference(NameOf(need), new ResourceOptions { DependsOn = [gcp.Api("cloudquotas"), gcp.Api("compute")] })
            {
                Parent = $"projects/{gcp.Project}",
                Service = "compute.googleapis.com",
                QuotaId = need.QuotaId,
                Dimensions = Dimensions(need),
                QuotaConfig = new SQuotaPreferenceQuotaConfigArgs { PreferredValue = need.Value.ToString(CultureInfo.InvariantCulture) },
                ContactEmail = contact,
                Justification = $"Machine-learning workloads of {expansion.Stack.Config.Team} ({expansion.Stack.Name}): the sum of what its pools may grow to.",
            });
        }
    }

    private static string NameOf(GcpQuotaNeed need) =>
        $"quota-{(need.GpuFamily ?? need.QuotaId.Replace("-per-project-region", "", StringComparison.Ordinal)).Replace('_', '-').ToLowerInvariant()}";

    private static InputMap<string>? Dimensions(GcpQuotaNeed need) => need.Region is not { } region ? null : new InputMap<string>
    {
        ["region"] = region,
        ["gpu_family"] = need.GpuFamily is { } family ? (Input<string>)family : null,
    };
}
