using Strata.Gcp.ServiceAccount;
using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>What has to be there, besides a service account itself, before something that runs as it works.</summary>
internal static class GcpRights
{
    /// <summary>The bindings that give an account its roles: nothing refers to them, so what needs them has to say it waits for them.</summary>
    public static IReadOnlyList<Resource> Of(ComponentContext context, Account account) =>
        [.. context.Scope.Resources.Where(r => IsBinding(r) && Dependencies.Of(r).Contains(account))];

    private static bool IsBinding(Resource resource) => resource.TypeToken.EndsWith("IAMMember", StringComparison.OrdinalIgnoreCase);
}
