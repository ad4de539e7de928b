using Strata.Aws.Batch;
using Strata.Aws.Batch.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>Fair shares of a queue between teams.</summary>
internal static class AwsBatchShares
{
    private static readonly int DecaySeconds = (int)TimeSpan.FromHours(6).TotalSeconds;

    /// <summary>The scheduling policy; null when the team has the queue for itself. A queue cannot get or lose one later without being replaced.</summary>
    public static SchedulingPolicy? Add(Batch config, ComponentContext context)
    {
        if (config.Shares.Count == 0)
        {
            return null;
        }

        IEnumerable<KeyValuePair<string, double>> shares = [new(context.Stack.Config.Team, 1), .. config.Shares];
        return context.Scope.Add(new SchedulingPolicy(context.Name)
        {
            Name = context.Named(AwsNames.Batch),
            FairSharePolicy = new SchedulingPolicyFairSharePolicyArgs
            {
                ShareDecaySeconds = DecaySeconds,
                ShareDistributions = [.. shares.Select(share => (Input<SchedulingPolicyFairSharePolicyShareDistributionArgs>)new SchedulingPolicyFairSharePolicyShareDistributionArgs
                {
                    ShareIdentifier = IdentifierOf(share.Key),
                    WeightFactor = WeightOf(share.Value),
                })],
            },
        });
    }

    /// <summary>What a team's jobs name as their share: Batch allows letters and digits only.</summary>
    public static string IdentifierOf(string team) => string.Concat(team.Where(char.IsAsciiLetterOrDigit));

    /// <summary>Batch's weight is the reverse of a share: half the weight is twice the share. It takes 0.0001 to 999.9999.</summary>
    private static double WeightOf(double share) => Math.Clamp(Math.Round(1 / share, 4), 0.0001, 999.9999);
}
