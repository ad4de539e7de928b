using Strata.Platform.Costs;

namespace Strata.Platform.Previews;

/// <summary>What a preview works out costs and policy findings by.</summary>
/// <param name="Today">The day that waivers expire by.</param>
public sealed record PreviewAssessment(PriceTable Prices, DateOnly Today);
