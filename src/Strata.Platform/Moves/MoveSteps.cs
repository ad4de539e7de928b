using System.Globalization;
using Strata.Platform.Costs;
using Strata.Platform.Stacks;

namespace Strata.Platform.Moves;

/// <summary>What moving a stack takes besides applying it elsewhere.</summary>
internal static class MoveSteps
{
    /// <summary>Full sentences: data first, then people and names.</summary>
    public static IReadOnlyList<string> Of(StackModel stack, Cloud target, PriceTable prices)
    {
        var steps = new List<string>();
        if (StackSwitch.NeedsCluster(stack, target))
        {
            steps.Add("Set up a cluster, and name it in 'compute:' as 'cluster: { context: … }': the stack has none, and is shown here with one.");
        }

        foreach (var source in stack.Config.Storage.Values.Where(storage => stack.CloudOf(storage) != target).GroupBy(stack.CloudOf))
        {
            var names = string.Join(", ", source.Select(storage => $"storage.{storage.Name}"));
            steps.Add($"Copy the data of {names}. How much that is no stack file says. {Egress(source.Key, stack, prices)}");
        }

        if (stack.Config.ModelStores.Count > 0)
        {
            steps.Add($"Register the models of {string.Join(", ", stack.Config.ModelStores.Keys.Select(name => $"modelStores.{name}"))} anew, and copy their artifacts.");
        }

        if (stack.Config.Registries.Count > 0)
        {
            steps.Add($"Build the images again, or copy them from {string.Join(", ", stack.Config.Registries.Keys.Select(name => $"registries.{name}"))}.");
        }

        if (stack.Config.Access.Members.Count + stack.Config.Access.Admins.Count > 0)
        {
            steps.Add($"Name people and groups under 'access' as {target.Title()} knows them.");
        }

        if (stack.Config.Network.From is { } network)
        {
            steps.Add($"The network of '{network.Stack}' stays behind: the stack gets one of its own, or the platform's stack moves first.");
        }

        if (stack.Config.Workflows.Count > 0)
        {
            steps.Add($"Render the workflows again ({string.Join(", ", stack.Config.Workflows.Keys)}): 'strata render' makes the files of the scheduler there.");
        }

        return steps;
    }

    private static string Egress(Cloud source, StackModel stack, PriceTable prices)
    {
        var region = source == Cloud.Aws ? stack.Providers.AwsRegion : stack.Providers.GcpRegion;
        return source == Cloud.Kubernetes ? "Reading it from owned hardware costs what its line does."
            : region is not null && prices.Find(source.Word(), region, "egress/internet") is { } price ? string.Create(CultureInfo.InvariantCulture, $"Reading it out of {source.Title()} costs ${price.Usd:0.####} a GB for the first terabytes.")
            : $"What {source.Title()} takes for reading it out is not known for this region.";
    }
}
