using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Strata.Platform.Tests.Loading;
using Strata.Platform.Tests.Stacks;
using Strata.Tests.Pulumi.Fakes;

namespace Strata.Tests.Pulumi.Stacks;

/// <summary>
/// An engine built on the messages that Pulumi itself publishes, in Node, beside the repository on some machines. It starts the
/// program as the language host would and reports what it saw.
/// </summary>
/// <remarks>
/// By itself it knows no other stack's outputs and computes few of a resource's own, so that an update of a stack that reads them
/// stops, as it has to. Our copy is told them: every place that the graph reads, and what the stacks it names give when they are up.
/// </remarks>
internal static class EnginePeer
{
    private static readonly Lazy<string?> Folder = new(Install);

    /// <summary>True when the peer could be installed; else nobody can run against it here.</summary>
    public static bool IsThere => Folder.Value is not null;

    // Where the peer answers, and what the copy answers besides.
    private static readonly (string Line, string Told)[] Answers =
    [
        ("{ outputs: {}, name: q.getId(),", "{ outputs: told.stacks[q.getId()] ?? {}, name: q.getId(),"),
        ("known[q.getTok()] || {}", "{ ...told.invokes[q.getTok()], ...known[q.getTok()] }"),
        ("r.setObject(Struct.fromJavaScript(out));", "if (!dryRun) Object.assign(out, told.made[type + ' ' + name]); r.setObject(Struct.fromJavaScript(out));"),
        ("const command = args.slice(cut + 1);", "const command = args.slice(cut + 1); const told = JSON.parse(fs.readFileSync(opt('told'), 'utf8'));"),
    ];

    /// <summary>The peer's report on one preview or update of a stack.</summary>
    public static async Task<JsonDocument> Run(string stack, bool isDryRun)
    {
        var (config, secretKeys) = PulumiEngine.Read(new CaseFolder("stacks").Read($"stacks/Pulumi.{stack}.yaml")!.Content);
        var work = Directory.CreateTempSubdirectory("strata-peer-").FullName;
        var input = Path.Combine(work, "config.json");
        var output = Path.Combine(work, "report.json");
        var told = Path.Combine(work, "told.json");
        File.WriteAllText(input, JsonSerializer.Serialize(config));
        File.WriteAllText(told, await ToldOf(stack));
        var program = Path.Combine(AppContext.BaseDirectory, "Infra.dll");
        string[] arguments =
        [
            Path.Combine(Folder.Value!, "peer.js"), isDryRun ? "--preview" : "--up", "--stack", stack, "--told", told, "--config", input, "--secret-keys", JsonSerializer.Serialize(secretKeys), "--out", output,
            "--", "dotnet", program,
        ];
        Assert.Equal(0, Start("node", arguments, Repository.Root));
        var report = JsonDocument.Parse(File.ReadAllText(output));
        Directory.Delete(work, recursive: true);
        return report;
    }

    private static async Task<string> ToldOf(string stack)
    {
        var graph = SampleStacks.FromEngine(stack).Graph!;
        var engine = await SampleStacks.EngineFor(graph, isDryRun: false);
        var made = new JsonObject();
        foreach (var ((type, name), paths) in engine.Made)
        {
            made[$"{type} {name}"] = Json(paths.Order(StringComparer.Ordinal).Aggregate(new Struct(), AnswerTree.With));
        }

        return new JsonObject { ["stacks"] = Each(engine.Stacks, answer => answer.Fields["outputs"].StructValue), ["invokes"] = Each(engine.Invokes, answer => answer), ["made"] = made }.ToJsonString();

        static JsonObject Each(Dictionary<string, Struct> answers, Func<Struct, Struct> part) => new(answers.Select(a => KeyValuePair.Create<string, JsonNode?>(a.Key, Json(part(a.Value)))));
    }

    private static JsonNode Json(Struct value) => JsonNode.Parse(JsonFormatter.Default.Format(value))!;

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

        File.WriteAllText(Path.Combine(folder, "peer.js"), Answers.Aggregate(File.ReadAllText(Path.Combine(folder, "peer.js")), Tell));

        return Start("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts"], folder) == 0 ? folder : null;
    }

    private static string Tell(string program, (string Line, string Told) answer) =>
        program.Contains(answer.Line, StringComparison.Ordinal) ? program.Replace(answer.Line, answer.Told, StringComparison.Ordinal) : throw new InvalidOperationException($"The engine peer no longer has '{answer.Line}'.");

    /// <summary>The exit code, or null when there is no such program or it takes longer than three minutes.</summary>
    private static int? Start(string program, IReadOnlyList<string> arguments, string folder)
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
