using Strata.Graph;

namespace Strata.Platform.Costs;

/// <summary>What resources of some types cost.</summary>
/// <param name="Types">Their type tokens.</param>
/// <param name="PartsOf">All that is paid for one of them.</param>
internal sealed record Pricer(IReadOnlyList<string> Types, Func<Resource, CostContext, IEnumerable<CostPart>> PartsOf);
