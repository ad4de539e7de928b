using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Ranges that mean every address there is.</summary>
internal static class AnyAddress
{
    public static bool Is(Value value) => value.AsText() is "0.0.0.0/0" or "::/0";
}
