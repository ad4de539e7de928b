using Strata.Diagnostics;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>
/// A team's fragments are for that team's stacks: what one team sets may never slip into another's platform. (Its components
/// may be used from elsewhere by reference, which is written where it is used.)
/// </summary>
internal static class TeamBorders
{
    public static void Check(IReadOnlyList<Layer> layers, YamlMapping config, DiagnosticBag diagnostics)
    {
        var stackTeam = (config["team"] as YamlScalar)?.Text;
        foreach (var layer in layers)
        {
            if (layer is not { Reference: { } reference, By: { } by } || StackPaths.TeamOf(layer.File.Path) is not { } owner)
            {
                continue;
            }

            var team = by.IsStack ? stackTeam : StackPaths.TeamOf(by.Path);
            if (team == owner)
            {
                continue;
            }

            diagnostics.Add((by.IsStack, team) switch
            {
                (true, null) => StackErrors.TeamFragmentWithoutTeam(reference.Span, reference.Name, owner),
                (false, null) => StackErrors.TeamFragmentInShared(reference.Span, reference.Name, owner),
                _ => StackErrors.OtherTeamsFragment(reference.Span, reference.Name, owner, team!),
            });
        }
    }
}
