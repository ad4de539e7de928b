using System.Globalization;

namespace Strata.Cli;

/// <summary>How many characters go into a line of the terminal.</summary>
internal static class TerminalWidth
{
    /// <summary>Below it, tables are cut no further.</summary>
    private const int Least = 40;

    /// <param name="columns">The variable COLUMNS, which a person sets for another width than the terminal's.</param>
    public static int Of(string? columns, int measured) =>
        Math.Max(Least, int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted > 0 ? wanted : measured);

    /// <summary>
    /// Asks the terminal, which must come before anything else is asked of <see cref="Console"/>: .NET puts the terminal into the mode of
    /// full-screen programs then, with keys that send something else, and leaves it so (terminfo's keypad_xmit); it has nothing to say to one
    /// that it does not know.
    /// </summary>
    public static int Measure()
    {
        var kind = Environment.GetEnvironmentVariable("TERM");
        Environment.SetEnvironmentVariable("TERM", "dumb");
        try
        {
            return Console.WindowWidth;
        }
        finally
        {
            Environment.SetEnvironmentVariable("TERM", kind);
        }
    }
}
