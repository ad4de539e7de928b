using System.Diagnostics;
using Strata.Diagnostics;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Rendering;

/// <summary>Workflows as Python, engine by engine: files that were read, and that Python can parse.</summary>
public sealed class PythonWorkflowTests
{
    private static readonly string Fragment = Golden.Read("workflows/steps.yaml");

    /// <summary>By the golden's folder: the cloud, what the scheduler says, and the number of steps' files it makes.</summary>
    public static TheoryData<string, string, string> Engines => new()
    {
        { "airflow-aws", "aws", "{ engine: airflow, managed: true }" },
        { "airflow-gcp", "gcp", "{ engine: airflow, managed: true }" },
        { "airflow-kubernetes", "kubernetes", "{ engine: airflow, dags: { repository: https://github.com/acme/pipelines.git } }" },
        { "kubeflow-gcp", "gcp", "{ engine: kubeflow }" },
        { "prefect-gcp", "gcp", "{ engine: prefect }" },
        { "prefect-kubernetes", "kubernetes", "{ engine: prefect }" },
        { "kubeflow-aws", "aws", "{ engine: kubeflow }" },
        { "kubeflow-cluster", "kubernetes", "{ engine: kubeflow }" },
        { "kubeflow-cluster-gcp", "gcp", "{ engine: kubeflow, managed: false }" },
        { "airflow2-aws", "aws", "{ engine: airflow, managed: true, version: 2 }" },
        { "metaflow-batch", "aws", "{ engine: metaflow }" },
        { "metaflow-kubernetes", "gcp", "{ engine: metaflow }" },
        { "dagster-gcp", "gcp", "{ engine: dagster, code: { definitions: registry.acme.example/workflows:1 } }" },
        { "dagster-kubernetes", "kubernetes", "{ engine: dagster, code: { definitions: registry.acme.example/workflows:1 } }" },
    };

    private const string Mail = "      notify: { onFailure: [sample@acme.example] }\n";
    private const string Webhook = "      notify: { webhook: { secret: key } }\n";

    /// <summary>The workflow as an engine can have it: what it refuses is left out, or said as it can be had.</summary>
    private static string Said(string name)
    {
        var said = name.Split('-')[0] switch
        {
            "prefect" or "dagster" => [(Mail, Webhook)],
            "metaflow" when name.EndsWith("kubernetes", StringComparison.Ordinal) => [(Mail, "")],
            "metaflow" => [(Mail, ""), ("      timeZone: Europe/Berlin\n", ""), (", pool: gpu", ", queue: jobs"), (", secrets: { TOKEN: { secret: key } }", "")],
            "kubeflow" when name.Contains("cluster", StringComparison.Ordinal) => [("      timeout: 12h\n", "      catchUp: true\n"), (Mail, "")],
            "kubeflow" => [("      timeout: 12h\n", ""), (Mail, ""), (", pool: gpu", ""), (", secrets: { TOKEN: { secret: key } }", "")],
            _ => (IReadOnlyList<(string From, string To)>)[],
        };
        return said.Aggregate(Fragment, (text, one) => text.Contains(one.From, StringComparison.Ordinal) ? text.Replace(one.From, one.To, StringComparison.Ordinal) : throw new InvalidOperationException(one.From));
    }

    /// <summary>The workflow with a list: Kubeflow and Metaflow have no order of workflows, and tell nobody.</summary>
    private static string Each(string name) => name.Split('-')[0] is not ("kubeflow" or "metaflow") ? Golden.Read("workflows/each.yaml") : Golden.Read("workflows/each.yaml")
        .Replace("      on: { after: retrain }\n", "", StringComparison.Ordinal).Replace(Webhook, "", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_workflow_becomes_what_its_golden_says(string name, string cloud, string scheduler)
    {
        CheckGoldens(name, Files(cloud, scheduler, Said(name)));
    }

    [Theory]
    [InlineData("airflow-each", "kubernetes", "{ engine: airflow, dags: { repository: https://github.com/acme/pipelines.git } }")]
    [InlineData("kubeflow-each", "gcp", "{ engine: kubeflow }")]
    [InlineData("kubeflow-cluster-each", "aws", "{ engine: kubeflow, managed: false }")]
    [InlineData("airflow2-each", "gcp", "{ engine: airflow, managed: true, version: 2 }")]
    [InlineData("metaflow-each", "aws", "{ engine: metaflow }")]
    [InlineData("prefect-each", "aws", "{ engine: prefect }")]
    [InlineData("dagster-each", "aws", "{ engine: dagster, code: { definitions: registry.acme.example/workflows:1 } }")]
    public void A_step_for_each_item(string name, string cloud, string scheduler)
    {
        var files = Files(cloud, scheduler, Said(name), Each(name));
        CheckGoldens(name, files);
        foreach (var (path, content) in files)
        {
            Parse(path, content);
        }
    }

    /// <summary>Dagster lists stores and makes up for missed times, as no other engine here does.</summary>
    [Fact]
    public void A_start_with_new_objects_and_for_missed_times()
    {
        const string Events = "config:\n  strata:images:\n    trainer: { requirements: [scikit-learn==1.7.2] }\n  strata:workflows:\n";
        const string Steps = "      steps:\n        load: { image: trainer, command: [python, -m, load, \"${parameters.object}\"] }\n";
        var files = Files(
            "kubernetes", "{ engine: dagster, code: { definitions: registry.acme.example/workflows:1 } }",
            Events + "    load:\n      on: { newObject: { store: lake, prefix: in/, suffix: .csv } }\n" + Steps,
            Events + "    daily:\n      schedule: 0 3 * * *\n      catchUp: true\n" + Steps.Replace(", \"${parameters.object}\"", "", StringComparison.Ordinal));
        CheckGoldens("dagster-events", new(files.Where(file => file.Key is "dagster/main/load.py" or "dagster/main/daily.py").ToDictionary(), StringComparer.Ordinal));
        foreach (var (path, content) in files)
        {
            Parse(path, content);
        }
    }

    /// <summary>All of them, so that one that is new does not hide the next.</summary>
    private static void CheckGoldens(string name, SortedDictionary<string, string> files)
    {
        List<string> problems = [];
        foreach (var (path, content) in files.Where(file => !Shared(file.Key)))
        {
            try
            {
                Golden.Check($"workflows/{name}/{path}", content);
            }
            catch (Xunit.Sdk.FailException e)
            {
                problems.Add(e.Message);
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    /// <summary>Programs that are the same for all.</summary>
    private static bool Shared(string path) => path.EndsWith("strata_step.py", StringComparison.Ordinal) || path.EndsWith("strata_jobs.py", StringComparison.Ordinal);

    [Fact]
    public void What_all_share_is_what_its_golden_says()
    {
        Golden.Check("workflows/strata_step.py", Files("gcp", "{ engine: prefect }", Said("prefect"))["flows/main/strata_step.py"]);
        Golden.Check("workflows/strata_jobs.py", Files("gcp", "{ engine: prefect }", Said("prefect"))["flows/main/strata_jobs.py"]);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Python_can_parse_it(string name, string cloud, string scheduler)
    {
        foreach (var (path, content) in Files(cloud, scheduler, Said(name)))
        {
            Parse($"{name}/{path}", content);
        }
    }

    /// <summary>The program of steps, run against a store that a test in Python plays.</summary>
    [Fact]
    public void Steps_find_what_others_hand_on()
    {
        var program = Path.Combine(Path.GetTempPath(), $"strata-step-{Environment.ProcessId}.py");
        File.WriteAllText(program, Files("aws", "{ engine: airflow, managed: true }", Fragment)["dags/strata_step.py"]);
        try
        {
            var said = Rendered.Run("python3", [Repository.PathOf("tests/Strata.Platform.Tests/Rendering/strata_step_test.py"), program], "");
            Assert.True(said is null or (0, _), said?.Output);
        }
        finally
        {
            File.Delete(program);
        }
    }

    /// <summary>Run by a stand-in for the engine, which a test in Python plays.</summary>
    [Theory]
    [InlineData("prefect", "flows/main", "kubernetes", "{ engine: prefect }")]
    [InlineData("metaflow", "metaflow/main", "aws", "{ engine: metaflow }")]
    [InlineData("dagster", "dagster/main", "gcp", "{ engine: dagster, code: { definitions: registry.acme.example/workflows:1 } }")]
    [InlineData("airflow", "dags", "kubernetes", "{ engine: airflow, dags: { repository: https://github.com/acme/pipelines.git } }")]
    [InlineData("airflow", "dags", "gcp", "{ engine: airflow, managed: true, version: 2 }")]
    public void Values_conditions_and_lists_come_through(string engine, string below, string cloud, string scheduler)
    {
        var folder = Directory.CreateTempSubdirectory("strata-workflows-");
        try
        {
            foreach (var (path, content) in Files(cloud, scheduler, Said(engine), Each(engine)))
            {
                var file = Path.Combine(folder.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, content);
            }

            var said = Rendered.Run("python3", ["-B", Repository.PathOf("tests/Strata.Platform.Tests/Rendering/workflow_stubs.py"), engine, Path.Combine(folder.FullName, below)]);
            Assert.True(said is null or (0, _), said?.Output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Parse(string path, string content)
    {
        if (path.EndsWith(".sh", StringComparison.Ordinal))
        {
            var said = Rendered.Run("bash", ["-n"], content);
            Assert.True(said is null or (0, _), $"{path}: {said?.Output}");
        }

        if (!path.EndsWith(".py", StringComparison.Ordinal))
        {
            return;
        }

        var start = new ProcessStartInfo("python3", ["-c", "import ast, sys; ast.parse(sys.stdin.read())"]) { RedirectStandardInput = true, RedirectStandardError = true };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return; // This machine has no Python.
        }

        using (process)
        {
            process.StandardInput.Write(content);
            process.StandardInput.Close();
            var problem = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{path}: {problem}");
        }
    }

    private static readonly string[] Folders = ["dags/", "pipelines/", "flows/", "dagster/", "metaflow/"];

    private static SortedDictionary<string, string> Files(string cloud, string scheduler, params string[] fragments)
    {
        var (files, diagnostics) = Render(cloud, scheduler, fragments);
        Assert.True(files is not null, string.Join('\n', diagnostics));
        return new(files.Where(file => Folders.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal))).ToDictionary(file => file.Path, file => file.Content), StringComparer.Ordinal);
    }

    private static (IReadOnlyList<Platform.Rendering.RenderedFile>? Files, IReadOnlyList<Diagnostic> Diagnostics) Render(string cloud, string scheduler, params string[] fragments)
    {
        var folder = new StackFolder
        {
            ["Pulumi.sample.yaml"] = $$"""
                config:
                  strata:extends: [{{string.Join(", ", fragments.Select((_, at) => $"catalog/part-{at}"))}}]
                  aws:region: eu-central-1
                  gcp:project: acme-ml
                  gcp:region: europe-west4
                  gcp:zone: europe-west4-a
                  strata:cloud: {{cloud}}
                  strata:account: "123456789012"
                  strata:team: sample
                  strata:environment: prod
                  strata:organization: acme
                  strata:owner: sample@acme.example
                  strata:access: { members: [{{(cloud == "aws" ? "arn:aws:iam::123456789012:role/people" : "people@acme.example")}}] }
                  strata:storage: { lake: { kind: objects } }
                  strata:compute:
                    cluster: {}
                    general: { kind: pool, machine: { cpu: 16, memory: 64Gi }, max: 4 }
                    gpu: { kind: pool, machine: { cpu: 8, memory: 32Gi, gpu: { type: {{(cloud == "kubernetes" ? "a100" : "l4")}} } }, max: 4 }{{(scheduler.Contains("metaflow", StringComparison.Ordinal) && cloud == "aws" ? "\n    jobs: { kind: batch, machine: { cpu: 16, memory: 64Gi }, max: 4, access: { lake: write } }" : "")}}
                  strata:registries: { images: {{(cloud == "kubernetes" ? "{ host: registry.acme.example, immutable: false, scan: false, images: [trainer], password: { secret: key } }" : "{ images: [trainer] }")}} }
                  strata:secrets: { key: { secure: v1:abc:def } }
                  strata:schedulers: { main: {{scheduler}}{{(scheduler.Contains("metaflow", StringComparison.Ordinal) && cloud != "aws" ? ", argo: {}" : "")}} }

                """,
        };
        for (var at = 0; at < fragments.Length; at++)
        {
            folder[$"catalog/part-{at}.yaml"] = fragments[at].Replace("      steps:\n", "      scheduler: main\n      steps:\n", StringComparison.Ordinal);
        }

        return Rendered.Of(folder, "sample");
    }
}
