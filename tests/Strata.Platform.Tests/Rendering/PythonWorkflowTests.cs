using System.Diagnostics;
using Strata.Diagnostics;
using Strata.Platform.Stacks;
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
    };

    /// <summary>The workflow as an engine can have it: what Kubeflow refuses is left out of it.</summary>
    private static string Said(string name) => !name.StartsWith("kubeflow", StringComparison.Ordinal) ? Fragment : Fragment
        .Replace("      timeout: 12h\n", "", StringComparison.Ordinal)
        .Replace("      notify: { onFailure: [sample@acme.example] }\n", "", StringComparison.Ordinal)
        .Replace(", pool: gpu", "", StringComparison.Ordinal)
        .Replace(", secrets: { TOKEN: { secret: key } }", "", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_workflow_becomes_what_its_golden_says(string name, string cloud, string scheduler)
    {
        foreach (var (path, content) in Files(cloud, scheduler, Said(name)))
        {
            Golden.Check($"workflows/{name}/{path}", content);
        }
    }

    [Theory]
    [InlineData("airflow-each", "kubernetes", "{ engine: airflow, dags: { repository: https://github.com/acme/pipelines.git } }")]
    [InlineData("kubeflow-each", "gcp", "{ engine: kubeflow }")]
    public void A_step_for_each_item(string name, string cloud, string scheduler)
    {
        // Kubeflow has no order of workflows, and tells nobody.
        var each = Golden.Read("workflows/each.yaml");
        var files = name.StartsWith("kubeflow", StringComparison.Ordinal)
            ? Files(cloud, scheduler, each.Replace("      on: { after: retrain }\n", "", StringComparison.Ordinal).Replace("      notify: { webhook: { secret: key } }\n", "", StringComparison.Ordinal))
            : Files(cloud, scheduler, Fragment, each);
        foreach (var (path, content) in files.Where(file => !file.Key.EndsWith("strata_step.py", StringComparison.Ordinal)))
        {
            Golden.Check($"workflows/{name}/{path}", content);
            Parse(path, content);
        }
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

    private static void Parse(string path, string content)
    {
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

    private static SortedDictionary<string, string> Files(string cloud, string scheduler, params string[] fragments)
    {
        var (files, diagnostics) = Render(cloud, scheduler, fragments);
        Assert.True(files is not null, string.Join('\n', diagnostics));
        return new(files.Where(file => file.Path.EndsWith(".py", StringComparison.Ordinal) && !file.Path.Contains("check_model", StringComparison.Ordinal)).ToDictionary(file => file.Path, file => file.Content), StringComparer.Ordinal);
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
                    gpu: { kind: pool, machine: { cpu: 8, memory: 32Gi, gpu: { type: {{(cloud == "kubernetes" ? "a100" : "l4")}} } }, max: 4 }
                  strata:registries: { images: {{(cloud == "kubernetes" ? "{ host: registry.acme.example, immutable: false, scan: false, images: [trainer], password: { secret: key } }" : "{ images: [trainer] }")}} }
                  strata:secrets: { key: { secure: v1:abc:def } }
                  strata:schedulers: { main: {{scheduler}} }

                """,
        };
        for (var at = 0; at < fragments.Length; at++)
        {
            folder[$"catalog/part-{at}.yaml"] = fragments[at];
        }

        return new StackRepository(folder).Render("sample", _ => RepositoryTemplates.Library);
    }
}
