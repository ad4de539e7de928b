using System.Diagnostics.CodeAnalysis;

namespace Strata.Platform.Units;

/// <summary>A time zone by its IANA name: <c>Europe/Helsinki</c>, <c>UTC</c>.</summary>
public sealed record TimeZoneName(string Text) : IUnit<TimeZoneName>
{
    public static string Noun => "an IANA time zone";

    public static string Example => "Europe/Helsinki";

    public static string Pattern => "^(UTC|[A-Za-z]+(/[A-Za-z0-9_+-]+)+)$";

    public static bool TryParse(string text, [NotNullWhen(true)] out TimeZoneName? value, [NotNullWhen(false)] out string? problem)
    {
        var area = text.Split('/')[0];
        var known = text == "UTC" || (text.Contains('/', StringComparison.Ordinal) && !text.EndsWith('/') && Areas.Contains(area) && text.All(IsNamePart));
        value = known ? new TimeZoneName(text) : null;
        problem = known ? null
            : text is "CET" or "EST" or "PST" or "GMT" ? "abbreviations are ambiguous; name a place such as Europe/Helsinki, or UTC"
            : "a zone is an area and a place such as Europe/Helsinki, or UTC";
        return known;
    }

    public override string ToString() => Text;

    /// <summary>The areas of the IANA database. Places inside them are the engine's to check: the machine's own list may be older.</summary>
    private static readonly HashSet<string> Areas = ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Etc", "Europe", "Indian", "Pacific"];

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+';
}
