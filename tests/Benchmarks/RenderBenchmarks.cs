using System.Diagnostics;
using System.Globalization;

namespace Strata.Benchmarks;

/// <summary>
/// What it costs to render many stacks: all files new, then nothing changed with and without the record of the last time, beside the floor, a
/// loop of this process that writes the same files from memory, and beside other template engines that make the same files.
/// </summary>
internal static class RenderBenchmarks
{
    /// <param name="strata">The program to time: published, or <c>strata.dll</c>.</param>
    public static int Run(string strata, int count, bool workflows)
    {
        var root = Directory.CreateTempSubdirectory("strata-render-").FullName;
        var cache = Path.Combine(root, "cache");
        Generate(root, count, workflows);
        var first = Time(strata, root, cache);
        var rendered = Path.Combine(root, "rendered");
        List<(string Path, string Text)> files = [.. Directory.EnumerateFiles(rendered, "*", SearchOption.AllDirectories).Select(file => (Path.GetRelativePath(rendered, file), File.ReadAllText(file)))];
        var floors = Enumerable.Range(0, 3).Select(round => Floor(Path.Combine(root, $"floor-{round}"), files)).ToList();
        var again = Time(strata, root, cache);
        if (Directory.Exists(cache))
        {
            Directory.Delete(cache, recursive: true);
        }

        var forgotten = Time(strata, root, cache);
        var floor = floors.Order().ElementAt(1);
        var others = OtherEngines.Time(root, Path.Combine(Repository(), "tests", "Benchmarks"), files, count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} stacks, {files.Count} files, {files.Sum(file => (long)file.Text.Length) / 1e6:F1} MB"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"plain loop      {floor.TotalSeconds,6:F2} s, the floor ({string.Join(", ", floors.Select(one => one.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture)))})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"strata, all new {first.TotalSeconds,6:F2} s, {first / floor:F2} x the floor"));
        foreach (var (name, time) in others)
        {
            Console.WriteLine(time is { } its ? string.Create(CultureInfo.InvariantCulture, $"{name,-15} {its.TotalSeconds,6:F2} s, {its / floor:F2} x the floor") : $"{name,-15} not installed");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"nothing changed {again.TotalSeconds,6:F2} s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  no record     {forgotten.TotalSeconds,6:F2} s"));
        Directory.Delete(root, recursive: true);
        return 0;
    }

    private static TimeSpan Time(string strata, string root, string cache)
    {
        var start = strata.EndsWith(".dll", StringComparison.Ordinal) ? new ProcessStartInfo("dotnet", [strata, "render", "--root", root]) : new ProcessStartInfo(strata, ["render", "--root", root]);
        start.RedirectStandardError = true;
        start.Environment["XDG_CACHE_HOME"] = cache;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? clock.Elapsed : throw new InvalidOperationException(said);
    }

    private static TimeSpan Floor(string folder, List<(string Path, string Text)> files)
    {
        var clock = Stopwatch.StartNew();
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        return clock.Elapsed;
    }

    private static void Generate(string root, int count, bool workflows)
    {
        GeneratedRepository.Write(root, 0);
        Copy(Path.Combine(Repository(), "templates"), Path.Combine(root, "templates"));
        for (var i = 0; i < count; i++)
        {
            var team = string.Create(CultureInfo.InvariantCulture, $"team-{i / 4:D4}");
            File.WriteAllText(
                Path.Combine(root, "stacks", string.Create(CultureInfo.InvariantCulture, $"Pulumi.{team}-s{i % 4}.yaml")),
                (Stack + (workflows ? Workflows : Plain)).Replace("TEAM", team, StringComparison.Ordinal));
        }
    }

    /// <summary>The folder above this program that has templates.</summary>
    private static string Repository()
    {
        var at = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(at, "templates")))
        {
            at = Path.GetDirectoryName(at)!;
        }

        return at;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private const string Stack = """
        config:
          strata:extends: [catalog/base]
          strata:team: TEAM
          strata:environment: prod
          strata:account: "123456789012"
          strata:owner: TEAM@acme.example
          strata:access: { ci: { repository: acme/ml-platform } }
          strata:storage:
            lake: { kind: objects }
            features: { kind: objects }
          strata:registries:
            images: { images: [trainer, featurizer, scorer, notebook, evaluator, exporter] }
          strata:images:
            trainer: { base: pytorch, requirements: [torch==2.7.1, pandas==2.3.1], source: src/TEAM }
            featurizer: { use: featurizing, requirements: [pandas==2.3.1, pyarrow==21.0.0] }
            scorer: { use: serving, requirements: [fastapi==0.116.1, uvicorn==0.35.0] }
            notebook: { use: notebook, requirements: [jupyterlab==4.4.5] }
            evaluator: { requirements: [scikit-learn==1.7.1] }
            exporter: { requirements: [onnx==1.18.0], installer: pip }
          strata:workspaces:
            code: { engine: devcontainer, machine: { cpu: 8, memory: 32Gi } }
            box: { engine: machine, machine: { cpu: 4, memory: 16Gi }, users: [ada, lin] }
          strata:modelStores:
            models: { engine: sagemaker, artifacts: lake }
          strata:tracking: { engine: wandb, entity: acme, project: TEAM, apiKey: { secret: wandb } }
          strata:dataVersioning: { remote: lake }
          strata:secrets: { wandb: { secure: "v1:c2lnbi1pbg==:Zm9yLXRoZS1jbGllbnQ=" } }

        """;

    private const string Plain = """
          strata:featureStores:
            payments:
              engine: sagemaker
              offline: lake
              entities: { card: { key: card_id } }
              views:
                spending: { entities: [card], source: { path: features/spending, eventTime: paid_at }, features: { total_1d: { type: float64 } }, owner: TEAM@acme.example }
          strata:endpoints:
            score: { engine: sagemaker, store: lake, image: "scorer:1.0", model: models/1, rollout: { strategy: shadow, percent: 20, alarms: { errorPercent: 1 }, variants: { next: { model: models/2 } } } }
            nightly: { engine: sagemaker, store: lake, mode: batch, image: "scorer:1.0", model: models/1, input: in, output: out }

        """;

    private const string Workflows = """
          strata:compute:
            jobs: { kind: batch, machine: { cpu: 4, memory: 16Gi }, max: 4, access: { lake: write } }
          strata:schedulers: { main: { engine: step-functions } }
          strata:workflows:
            train:
              schedule: 0 3 * * 1-5
              parameters: { mode: { default: full, choices: [full, dry] } }
              steps:
                pull: { image: featurizer, command: [python, -m, pull, "${parameters.mode}"], outputs: [rows], artifacts: [data], retries: 3 }
                featurize: { image: featurizer, command: [python, -m, featurize, "${steps.pull.rows}"], needs: [pull], artifacts: [table] }
                train-a: { image: evaluator, command: [python, -m, train, a], needs: [featurize], outputs: [score], artifacts: [model-a] }
                train-b: { image: evaluator, command: [python, -m, train, b], needs: [featurize], outputs: [score], artifacts: [model-b] }
                compare: { image: evaluator, command: [python, -m, compare, "${steps.train-a.score}", "${steps.train-b.score}"], needs: [train-a, train-b], outputs: [winner, gain] }
                deploy: { image: evaluator, command: [python, -m, deploy, "${steps.compare.winner}"], needs: [compare], when: "compare.gain > 0.01" }

        """;
}
