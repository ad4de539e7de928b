using Strata.Graph;
using Strata.Platform.Tracking;
using Strata.Platform.Workflows;

namespace Strata.Platform.Components;

/// <summary>A stack as a graph, and what runs on it: what is rendered is made from both.</summary>
/// <param name="Workflows">Each with its scheduler and the place of every step.</param>
internal sealed record ExpandedStack(StackExpansion Expansion, ResourceGraph Graph, IReadOnlyList<PlacedWorkflow> Workflows, TrackingSettings Tracking);
