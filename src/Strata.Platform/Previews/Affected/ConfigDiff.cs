using System.Globalization;
using Strata.Platform.Secrets;
using Strata.Platform.Stacks;
using Strata.Yaml;

namespace Strata.Platform.Previews;

/// <summary>
/// The differences of two resolved configurations, each as a sentence with the place of the new value. What only the files differ
/// in (comments, white space, the order of keys, which fragment says it) is no difference.
/// </summary>
internal static class ConfigDiff
{
    private const int LongestValue = 60;

    public static IReadOnlyList<AffectedReason> Of(ResolvedStack before, ResolvedStack after)
    {
        var reasons = new List<AffectedReason>();
        Compare("", before.Config, after.Config, reasons);
        Compare("", before.ProviderConfig, after.ProviderConfig, reasons);
        return reasons;
    }

    private static void Compare(string path, YamlMapping before, YamlMapping after, List<AffectedReason> reasons)
    {
        foreach (var (key, value) in after.Entries)
        {
            var at = Under(path, key.Text);
            if (before[key.Text] is { } old)
            {
                Compare(at, old, value, reasons);
            }
            else
            {
                reasons.Add(new AffectedReason(AffectedKind.Value, $"{at} is new{(value is YamlScalar or YamlSequence ? $": {Show(at, value)}" : "")}.", key.Span));
            }
        }

        foreach (var (key, value) in before.Entries)
        {
            if (after[key.Text] is null)
            {
                var at = Under(path, key.Text);
                reasons.Add(new AffectedReason(AffectedKind.Value, value is YamlScalar ? $"{at} is no longer set; it was {Show(at, value)}." : $"{at} is gone.", null));
            }
        }
    }

    private static void Compare(string path, YamlNode before, YamlNode after, List<AffectedReason> reasons)
    {
        switch (before, after)
        {
            case (YamlMapping a, YamlMapping b):
                Compare(path, a, b, reasons);
                break;
            case (YamlSequence a, YamlSequence b):
                Compare(path, a, b, reasons);
                break;
            case (YamlScalar a, YamlScalar b) when AreSame(a, b):
                break;
            default:
                reasons.Add(new AffectedReason(AffectedKind.Value, $"{path} is {Show(path, after)}, was {Show(path, before)}.", after.Span));
                break;
        }
    }

    private static void Compare(string path, YamlSequence before, YamlSequence after, List<AffectedReason> reasons)
    {
        if (before.Items.All(item => item is YamlScalar) && after.Items.All(item => item is YamlScalar))
        {
            if (before.Items.Count != after.Items.Count || before.Items.Zip(after.Items).Any(pair => !AreSame((YamlScalar)pair.First, (YamlScalar)pair.Second)))
            {
                reasons.Add(new AffectedReason(AffectedKind.Value, Sentence(path, before, after), after.Span));
            }

            return;
        }

        for (var i = 0; i < Math.Max(before.Items.Count, after.Items.Count); i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            if (i >= after.Items.Count)
            {
                reasons.Add(new AffectedReason(AffectedKind.Value, $"{at} is gone.", null));
            }
            else if (i >= before.Items.Count)
            {
                reasons.Add(new AffectedReason(AffectedKind.Value, $"{at} is new.", after.Items[i].Span));
            }
            else
            {
                Compare(at, before.Items[i], after.Items[i], reasons);
            }
        }
    }

    private static string Sentence(string path, YamlSequence before, YamlSequence after)
    {
        var old = Texts(path, before);
        var now = Texts(path, after);
        var more = now.Except(old).ToList();
        var fewer = old.Except(now).ToList();
        return (more, fewer) switch
        {
            ([], []) => $"{path} is in another order.",
            (_, []) => $"{path} has {string.Join(", ", more)} more.",
            ([], _) => $"{path} has {string.Join(", ", fewer)} no longer.",
            _ => $"{path} has {string.Join(", ", more)} more and {string.Join(", ", fewer)} no longer.",
        };
    }

    private static List<string> Texts(string path, YamlSequence list) => [.. list.Items.Select(item => Show(path, item))];

    /// <summary>Quotes count where they decide what a value is: <c>"1.30"</c> and <c>1.30</c>.</summary>
    private static bool AreSame(YamlScalar a, YamlScalar b) =>
        a.Text == b.Text && a.Tag == b.Tag && (a.IsPlain == b.IsPlain || (a.Tag is null && PlainScalar.Read(a.Text).Kind == PlainScalarKind.Text));

    private static string Show(string path, YamlNode node)
    {
        var text = node switch
        {
            YamlScalar scalar => Quoted(SecretText.Redact(path, scalar.Text)),
            YamlSequence { Items: var items } when items.All(item => item is YamlScalar) => $"[{string.Join(", ", items.Select(item => SecretText.Redact(path, ((YamlScalar)item).Text)))}]",
            YamlSequence => "a list",
            _ => "a map",
        };
        return text.Length == 0 ? "empty" : Strata.Text.DisplayText.Cut(Strata.Text.DisplayText.OneLine(text), LongestValue);
    }

    /// <summary>Text of several words is told apart from the sentence around it.</summary>
    private static string Quoted(string text) => text.Contains(' ', StringComparison.Ordinal) ? $"'{text}'" : text;

    private static string Under(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
