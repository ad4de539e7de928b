using System.ComponentModel;
using System.Diagnostics;

namespace Strata.Tests.Ci;

/// <summary>The jq that pipelines run, on this machine.</summary>
internal static class Jq
{
    public static bool IsThere { get; } = Start(["--version"]) is { } process && Ended(process);

    public static string Run(string program, string input, params string[] arguments)
    {
        using var process = Start([.. arguments, program])!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output;
    }

    private static Process? Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("jq", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static bool Ended(Process process)
    {
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

/// <summary>A theory that needs jq, which the machines of pipelines have, and is skipped without.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JqTheoryAttribute : TheoryAttribute
{
    public JqTheoryAttribute() => Skip = Jq.IsThere ? null : "There is no jq on the path.";
}
