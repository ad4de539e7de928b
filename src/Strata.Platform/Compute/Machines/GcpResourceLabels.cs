using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>The labels of machines and disks that Google's services make: the provider's default labels do not reach them.</summary>
internal static class GcpResourceLabels
{
    /// <summary>The stack's tags and the component, in the form that Google Cloud allows.</summary>
    public static InputMap<string> Of(ComponentContext context) =>
        Tags.ToInput(Labels.ForGcp([.. Tags.Of(context.Stack), new("component", context.Name)]));
}
