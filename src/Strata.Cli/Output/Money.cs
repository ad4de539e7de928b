using System.Globalization;

namespace Strata.Cli.Output;

/// <summary>Amounts of US dollars as people read them.</summary>
internal static class Money
{
    /// <summary><c>1,234.50</c></summary>
    public static string Of(decimal amount) => amount.ToString("#,0.00", CultureInfo.InvariantCulture);
}
