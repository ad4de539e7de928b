namespace Strata.Cli.Processes;

/// <summary>Starts other programs.</summary>
internal interface IProcessRunner
{
    /// <summary>Runs a program with this terminal as its own and gives its exit code; null when there is no such program.</summary>
    int? Run(string program, IReadOnlyList<string> arguments, string folder);

    /// <summary>Runs a program and gives its exit code and what it printed; null when there is no such program.</summary>
    (int Exit, string Output)? Ask(string program, IReadOnlyList<string> arguments, string folder);

    /// <summary>Runs a program to its end, however long it takes, and gives its exit code, the bytes it printed and what it said of errors; null when there is no such program.</summary>
    /// <param name="input">What it reads from its standard input.</param>
    (int Exit, byte[] Output, string Errors)? Read(string program, IReadOnlyList<string> arguments, string folder, string input = "");
}
