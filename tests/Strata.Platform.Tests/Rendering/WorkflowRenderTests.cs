using System.Diagnostics;
using System.Text.Json;
using Strata.Diagnostics;
using Strata.Platform.Rendering;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Rendering;

/// <summary>The same workflow for every scheduler: pull, featurize, train A and B, compare, deploy the better.</summary>
public sealed class WorkflowRenderTests
{
    private const string Around = """
        config:
          aws:region: eu-central-1
          gcp:project: acme-ml
          gcp:region: europe-west4
          gcp:zone: europe-west4-a
          strata:cloud: CLOUD
          strata:account: "123456789012"
          strata:team: sample
          strata:environment: dev
          strata:organization: acme
          strata:owner: sample@acme.example
          strata:access: { members: [MEMBER] }
          strata:storage:
            lake: { kind: objects }
            people: { kind: files }
          strata:compute:
            cluster: {}
            general: { kind: pool, machine: { cpu: 8, memory: 32Gi }, max: 4 }
            gpu: { kind: pool, machine: { cpu: 8, memory: 32Gi, gpu: { type: l4 } }, max: 4 }
            jobs: { kind: batch, machine: { cpu: 4, memory: 16Gi }, max: 4, access: { lake: write } }
            box: { kind: instances, machine: { cpu: 2, memory: 4Gi } }
          strata:secrets: { key: { secure: v1:abc:def } }
          strata:registries:
            images: { images: [churn] }
          strata:images:
            churn: { requirements: [scikit-learn==1.7.1], source: src/churn }
          strata:schedulers:
            main: { engine: ENGINE }
          strata:workflows:
            train:
              SETTINGS
              steps:

        """;

    private const string FiveSteps = """
                pull: { image: churn, command: [python, -m, churn.pull, --mode, "${parameters.mode}"], outputs: [rows], artifacts: [data], retries: 3, backoff: 30s }
                featurize: { image: churn, command: [python, -m, churn.featurize, --rows, "${steps.pull.rows}"], needs: [pull], artifacts: [table], timeout: 2h, resources: { cpu: 2, memory: 8Gi } }
                train-a: { image: churn, command: [python, -m, churn.train, --kind, linear], needs: [featurize], outputs: [score], artifacts: [model-a] }
                train-b: { image: churn, command: [python, -m, churn.train, --kind, trees], needs: [featurize], outputs: [score], artifacts: [model-b], environment: { RUN_NAME: "b of ${run.id}" } }
                compare: { image: churn, command: [python, -m, churn.compare, "${steps.train-a.score}", "${steps.train-b.score}"], needs: [train-a, train-b], outputs: [winner, gain] }
                deploy: { image: churn, command: [python, -m, churn.deploy, "it's ${steps.compare.winner}"], needs: [compare], when: "compare.gain > 0.01 and parameters.mode != 'dry'" }

        """;

    /// <summary>AWS Batch hands on artifacts and no outputs, and knows no conditions.</summary>
    private const string WithoutOutputs = """
                pull: { image: churn, command: [python, -m, churn.pull, --mode, "${parameters.mode}"], artifacts: [data], retries: 3 }
                featurize: { image: churn, command: [python, -m, churn.featurize], needs: [pull], artifacts: [table], timeout: 2h, resources: { cpu: 2, memory: 8Gi } }
                train-a: { image: churn, command: [python, -m, churn.train, --kind, linear], needs: [featurize], artifacts: [model-a] }
                train-b: { image: churn, command: [python, -m, churn.train, --kind, trees], needs: [featurize], artifacts: [model-b], environment: { RUN_NAME: "b of ${run.id}" } }
                deploy: { image: churn, command: [python, -m, churn.deploy-better], needs: [train-a, train-b] }

        """;

    private const string OneStep = """
                train: { image: churn, command: [python, -m, churn.train, --run, "${run.id}"], retries: 2, timeout: 2h, resources: { cpu: 2, memory: 8Gi }, environment: { MODE: "full $(x)" } }

        """;

    private const string Full = "schedule: 0 3 * * 1-5\n      parameters: { mode: { default: full, choices: [full, dry] } }\n      timeout: 12h";
    private const string OnTime = "schedule: 0 3 * * 1-5\n      timeZone: Europe/Helsinki";

    public static TheoryData<string, string, string, string> Engines => new()
    {
        { "step-functions", "aws", Full + "\n      timeZone: Europe/Helsinki", FiveSteps },
        { "batch", "aws", "parameters: { mode: { default: full, choices: [full, dry] } }", WithoutOutputs },
        { "slurm, homes: people", "gcp", Full + "\n      notify: { onFailure: [ml@acme.example] }", FiveSteps },
        { "workflows", "gcp", Full + "\n      timeZone: Europe/Helsinki", FiveSteps },
        { "cronjob", "gcp", OnTime, OneStep },
        { "cron", "aws", OnTime + "\n      notify: { onFailure: [ml@acme.example] }", OneStep.Replace(", resources: { cpu: 2, memory: 8Gi }", "", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_workflow_is_what_its_golden_says(string engine, string cloud, string settings, string steps)
    {
        var (files, diagnostics) = Render(engine, cloud, settings, steps);
        Assert.True(files is not null, string.Join('\n', diagnostics.Where(d => d.Severity == Severity.Error)));
        var workflows = files.Where(file => file.Path.StartsWith("workflows/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(workflows);
        var found = new DiagnosticBag();
        SyntaxCheck.Check(workflows, found);
        Assert.Empty(found);
        var problems = new List<string>();
        foreach (var file in workflows)
        {
            CheckShell(file);
            try
            {
                Golden.Check($"workflows/{engine.Split(',')[0]}/{file.Path["workflows/".Length..]}", file.Content);
            }
            catch (Xunit.Sdk.FailException e)
            {
                problems.Add(e.Message);
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public void Every_state_of_a_state_machine_leads_to_another_or_ends()
    {
        foreach (var (settings, steps) in new[]
        {
            (Full, FiveSteps),
            ("concurrency: replace\n      on: { newObject: { store: lake, prefix: in/ } }", "        split: { image: churn, command: [split], outputs: [files] }\n        one: { image: churn, command: [one, \"${item}\"], needs: [split], forEach: split.files, retries: 2, when: \"split.files != ''\" }\n"),
            ("concurrency: allow", OneStep),
        })
        {
            var (files, diagnostics) = Render("step-functions", "aws", settings, steps, "events: true");
            Assert.True(files is not null, string.Join('\n', diagnostics.Where(d => d.Severity == Severity.Error)));
            using var document = JsonDocument.Parse(files.Single(file => file.Path == "workflows/train/state-machine.json").Content);
            CheckStates(document.RootElement, []);
        }
    }

    [Theory]
    [InlineData("schedule: 0 3 1 * 1", "        a: { image: churn, command: [a] }\n", "STR464")]
    [InlineData("", "        a: { image: churn, command: [a], timeout: 30s }\n", "STR464")]
    [InlineData("identity: training", "        a: { image: churn, command: [a], outputs: [x] }\n  strata:identities:\n    training: { access: { lake: read } }\n", "STR474")]
    public void What_files_cannot_say_is_an_error(string settings, string steps, string code)
    {
        var (files, diagnostics) = Render("step-functions", "aws", settings, steps);
        Assert.Null(files);
        Assert.Contains(diagnostics, d => d.Code == code);
    }

    [Theory]
    [InlineData("step-functions", "aws", "arn:aws:iam::123456789012:role/")]
    [InlineData("batch", "aws", "arn:aws:iam::123456789012:role/")]
    [InlineData("argo", "gcp", "serviceAccountName: training")]
    [InlineData("cronjob", "aws", "serviceAccountName: training")]
    [InlineData("kubeflow", "gcp", "ACCOUNT = \"")]
    [InlineData("kubeflow, managed: false", "aws", "ACCOUNT = \"")]
    [InlineData("dagster, code: { definitions: images.acme.example/workflows:1 }", "aws", "\"account\": \"training\"")]
    public void Steps_run_as_the_identity_that_the_workflow_names(string engine, string cloud, string said)
    {
        var (files, diagnostics) = Render(engine, cloud, OnTime + "\n      identity: training", "        a: { image: churn, command: [a] }\n  strata:identities:\n    training: { access: { lake: write } }\n    other: {}\n");
        Assert.True(files is not null, string.Join('\n', diagnostics.Where(d => d.Severity == Severity.Error)));
        Assert.Contains(files, file => file.Content.Split('\n').Any(line => line.Contains(said, StringComparison.Ordinal) && line.Contains("training", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("workflows", "gcp")]
    [InlineData("kubeflow", "aws")]
    [InlineData("metaflow", "aws")]
    public void An_identity_that_files_cannot_say_is_refused(string engine, string cloud)
    {
        var (files, diagnostics) = Render(engine, cloud, "identity: training", "        a: { image: churn, command: [a] }\n  strata:identities:\n    training: { access: { lake: write } }\n");
        Assert.Null(files);
        Assert.Contains(diagnostics, d => d.Code == "STR464");
    }

    /// <summary>Run with stand-ins for Docker and Apptainer, which a test in Python plays.</summary>
    [Theory]
    [InlineData("cron", "cron", "aws", OnTime + "\n      concurrency: replace")]
    [InlineData("slurm", "slurm, homes: people", "gcp", Full)]
    public void Scripts_keep_to_their_limits_and_find_their_code(string kind, string engine, string cloud, string settings)
    {
        var (files, diagnostics) = Render(engine, cloud, settings, kind == "cron" ? OneStep.Replace(", resources: { cpu: 2, memory: 8Gi }", "", StringComparison.Ordinal) : FiveSteps);
        Assert.True(files is not null, string.Join('\n', diagnostics.Where(d => d.Severity == Severity.Error)));
        var folder = Directory.CreateTempSubdirectory("strata-scripts-");
        try
        {
            foreach (var file in files.Where(file => file.Path.StartsWith("workflows/", StringComparison.Ordinal)))
            {
                var path = Path.Combine(folder.FullName, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Content);
            }

            var below = Path.Combine(folder.FullName, "workflows", kind == "cron" ? "" : "train");
            var said = Rendered.Run("python3", ["-B", Repository.PathOf("tests/Strata.Platform.Tests/Rendering/shell_workflow_test.py"), kind, below]);
            Assert.True(said is null or (0, _), said?.Output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_missing_account_is_told_once()
    {
        var (files, diagnostics) = Render("step-functions", "aws", Full, FiveSteps, account: false);
        Assert.Null(files);
        Assert.Single(diagnostics, d => d.Code == "STR462");
    }

    [Fact]
    public void A_queue_without_a_store_keeps_nothing()
    {
        var (files, diagnostics) = Render("step-functions", "aws", "", "        a: { image: churn, command: [a], outputs: [x] }\n", "", "");
        Assert.Null(files);
        Assert.Contains(diagnostics, d => d.Code == "STR465");
    }

    internal static (IReadOnlyList<RenderedFile>? Files, IReadOnlyList<Diagnostic> Diagnostics) Render(string engine, string cloud, string settings, string steps, string store = "", string access = ", access: { lake: write }", bool account = true)
    {
        var text = Around.Replace("ENGINE", engine, StringComparison.Ordinal)
            .Replace("CLOUD", cloud, StringComparison.Ordinal)
            .Replace("MEMBER", cloud == "aws" ? "arn:aws:iam::123456789012:role/people" : "people@acme.example", StringComparison.Ordinal)
            .Replace("SETTINGS", settings.Length == 0 ? "description: a workflow" : settings, StringComparison.Ordinal)
            .Replace("lake: { kind: objects }", $"lake: {{ kind: objects{(store.Length == 0 ? "" : ", " + store)} }}", StringComparison.Ordinal)
            .Replace(", access: { lake: write }", access, StringComparison.Ordinal);
        text = account ? text : text.Replace("  strata:account: \"123456789012\"\n", "", StringComparison.Ordinal);
        var folder = new StackFolder { ["Pulumi.sample.yaml"] = text + steps };
        return Rendered.Of(folder, "sample");
    }

    private static void CheckStates(JsonElement machine, HashSet<string> seen)
    {
        var states = machine.GetProperty("States");
        Assert.True(states.TryGetProperty(machine.GetProperty("StartAt").GetString()!, out _));
        foreach (var state in states.EnumerateObject())
        {
            Assert.True(seen.Add(state.Name), $"'{state.Name}' is there twice.");
            var type = state.Value.GetProperty("Type").GetString();
            List<string> next = [];
            if (state.Value.TryGetProperty("Next", out var one))
            {
                next.Add(one.GetString()!);
            }

            if (type == "Choice")
            {
                next.Add(state.Value.GetProperty("Default").GetString()!);
                next.AddRange(state.Value.GetProperty("Choices").EnumerateArray().Select(choice => choice.GetProperty("Next").GetString()!));
            }

            Assert.All(next, name => Assert.True(states.TryGetProperty(name, out _), $"'{state.Name}' leads to '{name}', which is not there."));
            Assert.True(next.Count > 0 || type is "Succeed" or "Fail" || state.Value.GetProperty("End").GetBoolean(), $"'{state.Name}' ends nowhere.");
            if (type == "Parallel")
            {
                Assert.All(state.Value.GetProperty("Branches").EnumerateArray(), branch => CheckStates(branch, seen));
            }

            if (type == "Map")
            {
                CheckStates(state.Value.GetProperty("ItemProcessor"), seen);
            }
        }
    }

    private static void CheckShell(RenderedFile file)
    {
        if (!file.Path.EndsWith(".sh", StringComparison.Ordinal) && !file.Path.EndsWith(".sbatch", StringComparison.Ordinal))
        {
            return;
        }

        var start = new ProcessStartInfo("bash", "-n") { RedirectStandardInput = true, RedirectStandardError = true };
        using var bash = Process.Start(start)!;
        bash.StandardInput.Write(file.Content);
        bash.StandardInput.Close();
        var problem = bash.StandardError.ReadToEnd();
        bash.WaitForExit();
        Assert.True(bash.ExitCode == 0, $"{file.Path}: {problem}");
    }
}
