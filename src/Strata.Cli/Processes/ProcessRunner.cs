using System.ComponentModel;
using System.Diagnostics;

namespace Strata.Cli.Processes;

/// <summary>Starts real programs.</summary>
internal sealed class ProcessRunner : IProcessRunner
{
    /// <summary>How long a program that is only asked something may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public int? Run(string program, IReadOnlyList<string> arguments, string folder)
    {
        using var process = Start(program, arguments, folder, isAsked: false);
        process?.WaitForExit();
        return process?.ExitCode;
    }

    public (int Exit, string Output)? Ask(string program, IReadOnlyList<string> arguments, string folder)
    {
        using var process = Start(program, arguments, folder, isAsked: true);
        if (process is null)
        {
            return null;
        }

        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            return (-1, "");
        }

        return (process.ExitCode, (output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult()).Trim());
    }

    public (int Exit, byte[] Output, string Errors)? Read(string program, IReadOnlyList<string> arguments, string folder, string input = "")
    {
        using var process = Start(program, arguments, folder, isAsked: true);
        if (process is null)
        {
            return null;
        }

        using var output = new MemoryStream();
        var copy = process.StandardOutput.BaseStream.CopyToAsync(output);
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read all: its exit code says why.
        }

        copy.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, output.ToArray(), errors.GetAwaiter().GetResult().Trim());
    }

    private static Process? Start(string program, IReadOnlyList<string> arguments, string folder, bool isAsked)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = isAsked, RedirectStandardError = isAsked, RedirectStandardInput = isAsked };
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null; // No such program on the path.
        }
    }
}
