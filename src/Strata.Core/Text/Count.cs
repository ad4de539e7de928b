using System.Globalization;

namespace Strata.Text;

/// <summary>Counted nouns.</summary>
public static class Count
{
    /// <summary><c>1 error</c>, <c>0 errors</c>, <c>3 errors</c>.</summary>
    public static string Of(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
