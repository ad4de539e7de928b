using System.Text.Json;
using Strata.Diagnostics;
using Strata.Platform.Rendering;
using Strata.Platform.Tests.Loading;
using Strata.Yaml;

namespace Strata.Platform.Tests.Rendering;

/// <summary>Workflows for Argo Workflows, as its users read them.</summary>
public sealed class ArgoWorkflowTests
{
    private const string Around =
        """
        config:
          strata:environment: dev
          strata:cloud: kubernetes
          strata:storage:
            lake: { kind: objects }
          strata:compute:
            cluster: { context: office }
            gpu: { kind: pool, machine: { cpu: 16, memory: 64Gi, gpu: { type: a100 } }, max: 2 }
          strata:registries:
            images: { images: [trainer], host: registry.acme.example, immutable: false, scan: false, password: { secret: key } }
          strata:schedulers:
            main: { engine: argo }
          strata:images:
            trainer: { base: pytorch, requirements: [torch==2.7.1] }

        """;

    [Theory]
    [InlineData("five-steps")]
    [InlineData("fan-out")]
    public void A_workflow_becomes_what_its_golden_says(string name)
    {
        var (files, problems) = Render(File.ReadAllText(Repository.PathOf($"tests/Golden/workflows/argo/{name}.yaml")));
        Assert.Empty(problems);
        Golden.Check($"workflows/argo/{name}.txt", Assert.Single(files!, file => file.Path.StartsWith("workflows/", StringComparison.Ordinal)).Content);
    }

    [SharedFact]
    public void Everything_is_what_Argos_own_schema_takes()
    {
        var documents = new List<(string, string)>();
        foreach (var name in (string[])["five-steps", "fan-out"])
        {
            var (files, _) = Render(File.ReadAllText(Repository.PathOf($"tests/Golden/workflows/argo/{name}.yaml")));
            var text = files!.Single(file => file.Path.StartsWith("workflows/", StringComparison.Ordinal)).Content;
            documents.AddRange(text.Split("---\n").Select((document, index) => ($"{name} {index}", Json(YamlReader.Read(new("rendered.yaml", document), new DiagnosticBag())!))).Where(document => !document.Item2.Contains("EventSource", StringComparison.Ordinal) && !document.Item2.Contains("Sensor", StringComparison.Ordinal)));
        }

        foreach (var kind in (string[])["WorkflowTemplate", "CronWorkflow"])
        {
            var those = documents.Where(document => document.Item2.Contains($"\"kind\":\"{kind}\"", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(those);
            var problems = SharedTools.CheckSchema($"schemas/runtime/argo-workflows.json#io.argoproj.workflow.v1alpha1.{kind}", those);
            Assert.True(problems.Count == 0, string.Join('\n', problems));
        }
    }

    [Fact]
    public void What_is_not_rendered_is_an_error()
    {
        var (files, problems) = Render(
            """
            config:
              strata:workflows:
                first: { steps: { one: { image: trainer, command: [a] } } }
                second: { on: { after: first }, notify: { onFailure: [a@acme.example] }, steps: { one: { image: trainer, command: [a] } } }
            """);
        Assert.Null(files);
        Assert.Equal(2, problems.Count(problem => problem.Code == "STR455"));
    }

    private static (IReadOnlyList<RenderedFile>? Files, IReadOnlyList<Diagnostic> Problems) Render(string workflows)
    {
        var folder = new StackFolder
        {
            ["catalog/around.yaml"] = Around,
            ["catalog/it.yaml"] = workflows,
            ["Pulumi.sample.yaml"] = "config:\n  strata:team: weld\n  strata:extends: [catalog/around, catalog/it]\n  strata:secrets:\n    key: { secure: v1:abc:def }\n",
        };
        return Rendered.Of(folder, "sample");
    }

    private static string Json(YamlNode node) => node switch
    {
        YamlMapping map => $"{{{string.Join(',', map.Entries.Select(entry => $"{JsonSerializer.Serialize(entry.Key.Text)}:{Json(entry.Value)}"))}}}",
        YamlSequence list => $"[{string.Join(',', list.Items.Select(Json))}]",
        YamlScalar { IsNull: true } => "null",
        YamlScalar { IsPlain: true, Text: "true" or "false" } flag => flag.Text,
        YamlScalar { IsPlain: true } number when double.TryParse(number.Text, System.Globalization.CultureInfo.InvariantCulture, out _) => number.Text,
        YamlScalar scalar => JsonSerializer.Serialize(scalar.Text),
        _ => throw new InvalidOperationException(),
    };
}
