using System.Globalization;
using System.Text;
using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Tests.Cells;

/// <summary>The parts of docs/components.md about engines: who can run each of them where, and what is known of it.</summary>
internal static class EngineTable
{
    public static void Write(StringBuilder text, IReadOnlyList<ComponentKind> kinds)
    {
        text.Append("\nHow many resources each becomes in production; a dash where it is refused, with the reason below. The preferred of two is bold.\n\n| engine |");
        foreach (var cloud in Enum.GetValues<Cloud>())
        {
            text.Append(CultureInfo.InvariantCulture, $" {cloud.Title()}, by the cloud | {cloud.Title()}, by the team |");
        }

        text.Append("\n| --- |").Insert(text.Length, " --- |", 2 * Enum.GetValues<Cloud>().Length).Append('\n');
        foreach (var kind in kinds.Where(kind => kind.Facts is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {kind.Name} |");
            foreach (var cloud in Enum.GetValues<Cloud>())
            {
                var (bought, built) = (kind.Find(cloud, managed: true)!, kind.Find(cloud, managed: false)!);
                bool? preferred = bought is Built && built is Built ? kind.PreferenceOn(cloud).Managed : null;
                text.Append(CultureInfo.InvariantCulture, $" {Count(kind, bought, preferred is true)} | {Count(kind, built, preferred is false)} |");
            }

            text.Append('\n');
        }
    }

    public static void WriteFacts(StringBuilder text, ComponentKind kind)
    {
        if (kind.Facts is not { } facts)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{facts.Title}: {facts.Maturity.ToString().ToLowerInvariant()}, licence {facts.Licence} ({facts.Source}).");
        text.Append(facts.YouOperate is { } work ? $" Run by the team: {work}\n" : " Only a cloud runs it.\n");
        foreach (var cloud in Enum.GetValues<Cloud>().Where(cloud => kind.Find(cloud, managed: true) is Built && kind.Find(cloud, managed: false) is Built))
        {
            var (managed, why) = kind.PreferenceOn(cloud);
            text.Append(CultureInfo.InvariantCulture, $"On {cloud.Title()}, run by {(managed ? "the cloud" : "the team")} unless the file says otherwise: {why}\n");
        }
    }

    private static string Count(ComponentKind kind, Realization realization, bool bold)
    {
        if (realization is Refused)
        {
            return "-";
        }

        var count = new Cell(kind, realization).Own("prod").Resources.Count(r => r is not ComponentResource).ToString(CultureInfo.InvariantCulture);
        return bold ? $"**{count}**" : count;
    }
}
