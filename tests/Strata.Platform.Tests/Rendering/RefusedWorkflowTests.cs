using Strata.Diagnostics;

namespace Strata.Platform.Tests.Rendering;

/// <summary>What an engine's files cannot say of a workflow is told, each time with the way out.</summary>
public sealed class RefusedWorkflowTests
{
    private const string One = "        a: { image: churn, command: [a] }\n";
    private const string Identities = "  strata:identities:\n    training: { access: { lake: read } }\n";
    private const string Dagster = "dagster, code: { definitions: images.acme.example/workflows:1 }";
    private const string Each = "        split: { image: churn, command: [split], outputs: [files] }\n        one: { image: churn, command: [one, \"${item}\"], needs: [split], forEach: split.files }\n";

    private static readonly (string Name, string Engine, string Cloud, string Settings, string Steps)[] Cases =
    [
        ("prefect: a parameter with a word of Python", "prefect", "gcp", "parameters: { class: { default: a } }", One),
        ("prefect: mail", "prefect", "gcp", "notify: { onFailure: [ml@acme.example] }", One),
        ("prefect: a new object", "prefect", "gcp", "on: { newObject: { store: lake } }", One),
        ("prefect: replace", "prefect", "gcp", "concurrency: replace", One),
        ("dagster: nobody would load it", "dagster", "gcp", "", One),
        ("dagster: mail", Dagster, "gcp", "notify: { onSuccess: [ml@acme.example] }", One),
        ("dagster: replace", Dagster, "gcp", "concurrency: replace", One),
        ("metaflow: a time zone in batch", "metaflow", "aws", "schedule: 0 3 * * 1\n      timeZone: Europe/Helsinki", One),
        ("metaflow: a schedule that EventBridge does not know", "metaflow", "aws", "schedule: 0 3 1 * 1", One),
        ("metaflow: a schedule without Argo", "metaflow", "gcp", "schedule: 0 3 * * 1", One),
        ("metaflow: half a minute", "metaflow", "aws", "", "        a: { image: churn, command: [a], retries: 1, backoff: 90s, timeout: 30s }\n"),
        ("metaflow: secrets in batch", "metaflow", "aws", "", "        a: { image: churn, command: [a], secrets: { A: { secret: key } } }\n"),
        ("metaflow: two secrets", "metaflow", "gcp", "", "        a: { image: churn, command: [a], secrets: { A: { secret: key }, B: { secret: key } } }\n"),
        ("metaflow: a new object", "metaflow", "aws", "on: { newObject: { store: lake } }", One),
        ("metaflow: an identity", "metaflow", "aws", "identity: training", One + Identities),
        ("kubeflow on AWS: a list", "kubeflow", "aws", "", Each),
        ("kubeflow on AWS: forbid", "kubeflow", "aws", "concurrency: forbid", One),
        ("kubeflow on AWS: a GPU", "kubeflow", "aws", "", "        a: { image: churn, command: [a], resources: { gpu: 1 } }\n"),
        ("kubeflow on AWS: too much", "kubeflow", "aws", "", "        a: { image: churn, command: [a], resources: { cpu: 200, memory: 1Ti } }\n"),
        ("step-functions: an identity that may not write", "step-functions", "aws", "identity: training", "        a: { image: churn, command: [a], outputs: [x] }\n" + Identities),
        ("step-functions: an identity of another cloud", "step-functions", "aws", "identity: training", One + "  strata:identities:\n    training: { cloud: gcp }\n"),
        ("slurm: a schedule where the cloud runs it", "slurm, managed: true", "aws", "schedule: 0 3 * * 1", One),
        ("slurm: a time zone", "slurm, homes: people", "gcp", "schedule: 0 3 * * 1\n      timeZone: Europe/Helsinki", One),
        ("cron: a time zone on Debian", "cron", "gcp", "schedule: 0 3 * * 1\n      timeZone: Europe/Helsinki", One),
        ("workflows: an identity", "workflows", "gcp", "identity: training", One + Identities),
    ];

    [Fact]
    public void What_files_cannot_say_is_told()
    {
        var told = Cases.Select(one =>
        {
            var (files, diagnostics) = WorkflowRenderTests.Render(one.Engine, one.Cloud, one.Settings, one.Steps, "events: true");
            return (files is null ? "" : "NOT REFUSED ") + one.Name + string.Concat(diagnostics.Where(found => found.Severity == Severity.Error).Select(found => $"\n  {found.Code} {found.Message}"));
        });
        Golden.Check("workflows/refused.txt", string.Join('\n', told) + "\n");
    }
}
