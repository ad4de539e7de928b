using System.Globalization;
using System.Text.RegularExpressions;

namespace Strata.Cli.Output.Previews;

/// <summary>The first line of a comment, by which it is found again: <c>&lt;!-- strata:preview v=1 commit=… base=… changed=3 run=77.1 --&gt;</c>.</summary>
/// <param name="Commit">Full hash of the head's commit; null without git.</param>
/// <param name="Base">Full hash of the base's commit; null when everything is new.</param>
/// <param name="Changed">How many stacks change, fail, come or go.</param>
/// <param name="Run">Which run of the pipeline it comes from; null until it is posted, or by hand.</param>
internal sealed partial record PreviewMarker(string? Commit, string? Base, int Changed, RunNumber? Run = null)
{
    public const string Start = "<!-- strata:preview v=1 ";

    /// <summary>The marker on the first line of a comment; null when the comment is none of Strata's.</summary>
    public static PreviewMarker? Read(string body)
    {
        var match = Line().Match(body);
        return match.Success && int.TryParse(match.Groups["changed"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var changed)
            ? new PreviewMarker(Text("commit"), Text("base"), changed, RunNumber.Parse(match.Groups["run"].Value))
            : null;

        string? Text(string name) => match.Groups[name].Success ? match.Groups[name].Value : null;
    }

    /// <summary>The comment with this marker in the place of its own.</summary>
    public string PutInto(string body) => Line().Replace(body, ToString(), 1);

    public override string ToString()
    {
        string[] parts = [Part("commit", Commit), Part("base", Base), $"changed={Changed.ToString(CultureInfo.InvariantCulture)}", Part("run", Run?.ToString())];
        return $"{Start}{string.Join(' ', parts.Where(part => part.Length > 0))} -->";
    }

    /// <summary>Only a hash or a number gets into the line.</summary>
    private static string Part(string name, string? value) => value is not null && Safe().IsMatch(value) ? $"{name}={value}" : "";

    [GeneratedRegex(@"\A<!-- strata:preview v=1 (commit=(?<commit>[0-9a-f]{7,64}) )?(base=(?<base>[0-9a-f]{7,64}) )?changed=(?<changed>[0-9]{1,7})( run=(?<run>[0-9.]{1,30}))? -->(?=\r?\n|\z)")]
    private static partial Regex Line();

    [GeneratedRegex(@"\A[0-9a-f.]{1,64}\z")]
    private static partial Regex Safe();
}
