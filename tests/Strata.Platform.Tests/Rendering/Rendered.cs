using System.Diagnostics;
using Strata.Diagnostics;
using Strata.Platform.Rendering;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Rendering;

/// <summary>Files rendered of a stack, and what other programs say of them.</summary>
internal static class Rendered
{
    public static (IReadOnlyList<RenderedFile>? Files, IReadOnlyList<Diagnostic> Diagnostics) Of(IStackFiles files, string stack)
    {
        var (rendered, diagnostics, _) = new StackRepository(files).Render(stack, _ => RepositoryTemplates.Library);
        return (rendered, diagnostics);
    }

    public static IReadOnlyList<RenderedFile> OfText(string text)
    {
        var (files, diagnostics) = Of(new StackFolder { ["Pulumi.sample.yaml"] = text }, "sample");
        Assert.DoesNotContain(diagnostics, d => d.Severity == Severity.Error);
        return files!;
    }

    public static string Text(this IReadOnlyList<RenderedFile> files, string path) => files.Single(file => file.Path == path).Content;

    /// <summary>What a program says of a text on its input: its exit code, with all it prints; null when it is not there.</summary>
    public static (int Exit, string Output)? Run(string program, IReadOnlyList<string> arguments, string input = "")
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            process.WaitForExit();
            return (process.ExitCode, output.Result + errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
