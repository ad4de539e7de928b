using System.Diagnostics;
using System.Text.Json;
using Strata.Platform.Tests.Loading;
using Strata.Platform.Tests.Stacks;

namespace Strata.Tests.Pulumi.Stacks;

/// <summary>
/// An engine built on the messages that Pulumi itself publishes, in Node, beside the repository on some machines. It starts the
/// program as the language host would and reports what it saw.
/// </summary>
internal static class EnginePeer
{
    private static readonly Lazy<string?> Folder = new(Install);

    /// <summary>True when the peer could be installed; else nobody can run against it here.</summary>
    public static bool IsThere => Folder.Value is not null;

    /// <summary>The peer's report on one preview of a stack.</summary>
    public static JsonDocument Preview(string stack)
    {
        var (config, secretKeys) = PulumiEngine.Read(new CaseFolder("stacks").Read($"stacks/Pulumi.{stack}.yaml")!.Content);
        var work = Directory.CreateTempSubdirectory("strata-peer-").FullName;
        var input = Path.Combine(work, "config.json");
        var output = Path.Combine(work, "report.json");
        File.WriteAllText(input, JsonSerializer.Serialize(config));
        var program = Path.Combine(AppContext.BaseDirectory, "Infra.dll");
        string[] arguments =
        [
            Path.Combine(Folder.Value!, "peer.js"), "--preview", "--stack", stack, "--config", input, "--secret-keys", JsonSerializer.Serialize(secretKeys), "--out", output,
            "--", "dotnet", program,
        ];
        Assert.Equal(0, Run("node", arguments, Repository.Root));
        var report = JsonDocument.Parse(File.ReadAllText(output));
        Directory.Delete(work, recursive: true);
        return report;
    }

    private static string? Install()
    {
        var peer = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "tools", "engine-peer"));
        if (!File.Exists(Path.Combine(peer, "peer.js")))
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("strata-engine-peer-").FullName;
        foreach (var file in new[] { "peer.js", "package.json" })
        {
            File.WriteAllText(Path.Combine(folder, file), File.ReadAllText(Path.Combine(peer, file)));
        }

        return Run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts"], folder) == 0 ? folder : null;
    }

    /// <summary>The exit code, or null when there is no such program or it takes longer than three minutes.</summary>
    private static int? Run(string program, IReadOnlyList<string> arguments, string folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (process.WaitForExit(TimeSpan.FromMinutes(3)))
            {
                return process.ExitCode;
            }

            process.Kill(entireProcessTree: true);
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
