namespace Strata.Platform.Costs;

/// <summary>What is taken for usual where a stack gives only limits. docs/costs.md says the same in words.</summary>
internal static class CostAssumptions
{
    /// <summary>A twelfth of 8,760 hours, as the clouds' own calculators have it.</summary>
    public const decimal HoursInMonth = 730;

    /// <summary>How far between minimum and maximum what scales is as a rule.</summary>
    public const decimal ShareOfScale = 0.25m;

    /// <summary>How much of a batch queue's limit runs as a rule: jobs come in bursts.</summary>
    public const decimal ShareOfBatch = 0.05m;

    /// <summary>Hours a month that a workspace runs as a rule when it stops by itself: eight on each of 21 days.</summary>
    public const decimal WorkHours = 168;
}
