using System.Globalization;
using Strata.Diagnostics;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Stacks.Format;

/// <summary>
/// The version of the form that stack files and fragments have: <c>strata:format: 1</c>, which may be left out. It goes up when a key
/// changes its name or meaning, and <c>strata migrate</c> then rewrites the files.
/// </summary>
public static class StackFormat
{
    /// <summary>The key, without its namespace.</summary>
    public const string Key = "format";

    /// <summary>What this version of Strata reads and writes.</summary>
    public const int Current = 1;

    /// <summary>What is wrong with the version a file says it has; null when it can be read.</summary>
    public static Diagnostic? Check(SourceText source)
    {
        var problems = new DiagnosticBag();
        foreach (var entry in ConfigFileReader.ReadEntries(source, []) ?? [])
        {
            if (entry.Key is { IsOurs: true, Name: Key })
            {
                Check(entry.Value, problems);
            }
        }

        return problems.FirstOrDefault();
    }

    internal static void Check(YamlNode value, DiagnosticBag diagnostics)
    {
        var text = value is YamlScalar scalar ? scalar.Text : value.Describe();
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version is < 1 or > Current)
        {
            diagnostics.Add(StackFormatErrors.Unknown(value.Span, text, Current));
        }
    }
}
