using System.Diagnostics;
using System.Text.Json.Nodes;
using Strata.Platform.Rendering;

namespace Strata.Platform.Tests.Rendering;

/// <summary>An endpoint's rendered programs, run against clouds and clusters that are files.</summary>
internal sealed class EndpointProgram : IDisposable
{
    private static readonly string Fakes = Repository.PathOf("tests/Strata.Platform.Tests/Rendering/Fakes");

    private readonly Dictionary<string, string> _environment = [];

    /// <param name="sample">A stack of tests/Golden/rendered.</param>
    public EndpointProgram(string sample, string endpoint)
    {
        Folder = Directory.CreateTempSubdirectory("strata-endpoint-").FullName;
        foreach (var file in Rendered.OfText(File.ReadAllText(Repository.PathOf($"tests/Golden/rendered/{sample}.yaml")).ReplaceLineEndings("\n")).Where(file => file.Path.StartsWith($"endpoints/{endpoint}/", StringComparison.Ordinal)))
        {
            File.WriteAllText(Path.Combine(Folder, file.Path[(file.Path.LastIndexOf('/') + 1)..]), FileHeader.Apply(file));
        }

        Directory.CreateDirectory(Path.Combine(Folder, "cluster"));
        Set("PYTHONPATH", Fakes);
        Set("PYTHONDONTWRITEBYTECODE", "1");
        Set("PATH", $"{Fakes}:{Environment.GetEnvironmentVariable("PATH")}");
        Set("KUBE_STATE", Path.Combine(Folder, "cluster"));
        Set("AWS_STATE", Path.Combine(Folder, "aws.json"));
        Set("GCP_STATE", Path.Combine(Folder, "gcp.json"));
    }

    public string Folder { get; }

    /// <summary>Whether this machine has what the programs need; without it there is nothing to test.</summary>
    public static bool IsPossible { get; } = Rendered.Run("python3", ["-c", "import yaml"]) is (0, _) && !OperatingSystem.IsWindows();

    public void Set(string variable, string value) => _environment[variable] = value;

    public JsonNode State(string cloud) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{cloud}.json")))!;

    public void State(string cloud, JsonNode state) => File.WriteAllText(Path.Combine(Folder, $"{cloud}.json"), state.ToJsonString());

    /// <summary>Puts an object into the cluster.</summary>
    public void Object(JsonObject thing) => File.WriteAllText(
        Path.Combine(Folder, "cluster", $"{thing["kind"]!.ToString().ToLowerInvariant()}-{thing["metadata"]!["name"]}.json"), thing.ToJsonString());

    /// <summary>What was changed in the cluster.</summary>
    public string[] Log => File.Exists(Path.Combine(Folder, "cluster", "log")) ? File.ReadAllLines(Path.Combine(Folder, "cluster", "log")) : [];

    public (int Exit, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", [Path.Combine(Folder, program), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
