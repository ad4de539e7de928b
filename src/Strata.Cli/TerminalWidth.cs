using System.Globalization;

namespace Strata.Cli;

/// <summary>How many characters go into a line of the terminal.</summary>
internal static class TerminalWidth
{
    /// <summary>Below it, tables are cut no further.</summary>
    private const int Least = 40;

    /// <param name="columns">The variable COLUMNS, which a person sets for another width than the terminal's.</param>
    public static int Of(string? columns, Func<int> measure) =>
        Math.Max(Least, int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted > 0 ? wanted : measure());

    /// <summary>
    /// Asks the terminal. .NET puts one that it asks into the mode of full-screen programs, with keys that send something else, and leaves it so
    /// (terminfo's keypad_xmit); it has nothing to say to one that it does not know.
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
