using System.Diagnostics.CodeAnalysis;
using Strata.Text;

namespace Strata.Platform.Units;

/// <summary>A time zone by its IANA name: <c>Europe/Helsinki</c>, <c>UTC</c>.</summary>
public sealed record TimeZoneName(string Text) : IUnit<TimeZoneName>
{
    public static string Noun => "an IANA time zone";

    public static string Example => "Europe/Helsinki";

    public static string Pattern => "^(UTC|[A-Za-z]+(/[A-Za-z0-9_+-]+)+)$";

    public static bool TryParse(string text, [NotNullWhen(true)] out TimeZoneName? value, [NotNullWhen(false)] out string? problem)
    {
        var known = text == "UTC" || TimeZoneNames.All.Contains(text);
        value = known ? new TimeZoneName(text) : null;
        problem = known ? null
            : text is "CET" or "EST" or "PST" or "GMT" ? "abbreviations are ambiguous; name a place such as Europe/Helsinki, or UTC"
            : text.Contains('/', StringComparison.Ordinal) ? $"release {TimeZoneNames.Release} of the IANA database has no such zone{Nearest(text)}"
            : "a zone is an area and a place such as Europe/Helsinki, or UTC";
        return known;
    }

    public override string ToString() => Text;

    private static string Nearest(string text) => SpellChecker.Nearest(text, TimeZoneNames.All) is { } nearest ? $". Did you mean '{nearest}'?" : "";
}
