using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Compute;

/// <summary>Who of the stack's people does more than look.</summary>
internal static class GcpPeople
{
    /// <summary>Admins, and outside of prod members too, as IAM members. Who is named for another cloud is left out.</summary>
    public static IEnumerable<string> WhoWork(ComponentContext context)
    {
        var access = context.Stack.Config.Access;
        return access.Admins.Concat(context.IsProd ? [] : access.Members).Select(GcpPrincipal.Parse).OfType<string>().Distinct();
    }
}
