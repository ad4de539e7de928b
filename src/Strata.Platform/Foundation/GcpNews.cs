using Strata.Gcp.Monitoring;
using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>Who hears by mail of what goes wrong with a component on Google Cloud: whoever hears of the budget, and the stack's owner where that is an address.</summary>
internal static class GcpNews
{
    /// <summary>The component's channels, to be named by its alerts.</summary>
    public static InputList<string> Add(ComponentContext context)
    {
        var api = context.Expansion.Foundations.Gcp.Api("monitoring");
        return [.. Addresses(context).Select(address => context.Scope.Add(Channel(context, address, api)).Name)];
    }

    private static IEnumerable<string> Addresses(ComponentContext context) =>
        (context.Stack.Config.Budget?.Notify ?? []).Append(context.Stack.Config.Owner ?? "").Where(address => address.Contains('@', StringComparison.Ordinal)).Distinct();

    private static NotificationChannel Channel(ComponentContext context, string address, Resource api) => new($"{context.Name}-{GcpPrincipal.Slug(address)}", new ResourceOptions { DependsOn = [api] })
    {
        Type = "email",
        DisplayName = address,
        Labels = new() { ["email_address"] = address },
    };
}
