using System.Globalization;
using System.Text;
using Strata.Yaml;

namespace Strata.Platform.Stacks.Drafting;

/// <summary>A first stack file, with remarks that say what each line is for and what could be there too.</summary>
public static class StackDraft
{
    public static string Of(StackAnswers answers)
    {
        var draft = new StringBuilder();
        void Line(string text) => draft.Append(text).Append('\n');
        void Section(string name, IReadOnlyList<string> lines)
        {
            if (lines.Count > 0)
            {
                Line($"  strata:{name}:");
                lines.ToList().ForEach(line => Line($"    {line}"));
            }
        }

        Line($"# What team {answers.Team} has in {Word(answers.Environment)}. 'strata explain' says what each value means and where it comes from.");
        Line("config:");
        Header(answers).ToList().ForEach(line => Line($"  {line}"));
        Section("storage", [.. Storage(answers)]);
        Section("compute", [.. Compute(answers)]);
        Section("registries", Has(answers, TeamNeed.Workflows) && answers.Cloud != Cloud.Kubernetes ? ["images: {}   # a repository for each of the images below"] : []);
        Section("workspaces", [.. Workspaces(answers)]);
        Section("schedulers", [.. Schedulers(answers)]);
        Section("featureStores", [.. Features(answers)]);
        Section("modelStores", [.. Models(answers)]);
        Section("images", Has(answers, TeamNeed.Workflows) && answers.Cloud != Cloud.Kubernetes ? [$"trainer: {{ base: {BaseOf(answers.Work)}, requirements: [{RequirementsOf(answers.Work)}] }}   # exact versions only"] : []);
        Section("workflows", Has(answers, TeamNeed.Workflows) && answers.Cloud != Cloud.Kubernetes ? WorkflowOf(answers) : []);
        return draft.ToString();
    }

    private static IEnumerable<string> Header(StackAnswers answers)
    {
        switch (answers)
        {
            case { Cloud: Cloud.Aws, Place: { } region }:
                yield return $"aws:region: {region}";
                break;
            case { Cloud: Cloud.Gcp }:
                yield return $"gcp:project: {answers.Target}";
                if (answers.Place is { } zone)
                {
                    yield return $"gcp:zone: {zone}";
                }

                break;
        }

        if (answers.Cloud == Cloud.Aws)
        {
            yield return string.IsNullOrEmpty(answers.Target) ? "# strata:account: \"123456789012\"   # the provider refuses to leave it, and rendered files name it" : $"strata:account: \"{answers.Target}\"   # the provider refuses to leave it";
        }

        yield return $"strata:extends: [{string.Join(", ", answers.Extends)}]   # what stacks have in common; this file wins over it";
        yield return $"strata:team: {answers.Team}";
        yield return $"strata:environment: {Word(answers.Environment)}   # dev, staging or prod: drives protection, sizes and retention";
        yield return $"strata:owner: {answers.Owner}";
        if (answers.Budget is { } budget)
        {
            // Google Cloud's budgets belong to a billing account, which nobody was asked for.
            var start = answers.Cloud == Cloud.Gcp ? "# strata:budget: { billingAccount: 012345-6789AB-CDEF01, " : "strata:budget: { ";
            yield return string.Create(CultureInfo.InvariantCulture, $"{start}monthly: {budget}, notify: [{answers.Owner}] }}");
        }
    }

    private static IEnumerable<string> Storage(StackAnswers answers)
    {
        var size = answers.Cloud == Cloud.Kubernetes ? ", size: 500Gi" : "";
        yield return $"lake: {{ kind: objects{size} }}   # data and models";
        if (Has(answers, TeamNeed.Warehouse) || NeedsTables(answers))
        {
            yield return answers.Cloud switch
            {
                Cloud.Gcp => "tables: { kind: warehouse }",
                Cloud.Aws => "tables: { kind: warehouse, lake: lake }",
                _ => "tables: { kind: warehouse, size: 100Gi, lake: lake }",
            };
        }
    }

    private static IEnumerable<string> Compute(StackAnswers answers)
    {
        if (answers.Cloud == Cloud.Kubernetes)
        {
            yield return $"cluster: {{ context: {YamlEditor.Key(answers.Target ?? "")} }}   # by its name in the kubeconfig";
            yield return "general: { kind: pool, machine: { cpu: 16, memory: 64Gi }, max: 3 }   # machines that are there";
            if (Has(answers, TeamNeed.Gpus))
            {
                yield return $"gpu: {{ kind: pool, machine: {{ cpu: 16, memory: 64Gi, gpu: {{ type: {GpuOf(answers)}, count: 1 }} }}, max: 2 }}";
            }
        }

        yield return "jobs: { kind: batch, machine: { cpu: 8, memory: 32Gi }, max: 4, access: { lake: write } }   # none run, nothing is paid";
        if (Has(answers, TeamNeed.Gpus))
        {
            yield return $"training: {{ kind: batch, machine: {{ cpu: 8, memory: 32Gi, gpu: {{ type: {GpuOf(answers)}, count: 1 }} }}, max: 2, access: {{ lake: write }} }}";
        }
    }

    private static IEnumerable<string> Workspaces(StackAnswers answers)
    {
        if (!Has(answers, TeamNeed.Notebooks))
        {
            yield break;
        }

        var users = answers.Users.Count > 0 ? answers.Users : [answers.Owner];
        var names = users.Select(user => (Name: NameOf(user), Mail: user)).ToList();
        yield return answers.Cloud switch
        {
            Cloud.Aws => $"studio: {{ engine: sagemaker-studio, users: [{string.Join(", ", names.Select(user => user.Name))}], access: {{ lake: write }} }}   # stops when nobody works",
            Cloud.Gcp => $"notebooks: {{ engine: vertex-workbench, users: [{string.Join(", ", names.Select(user => user.Name))}], accounts: {{ {string.Join(", ", names.Select(user => $"{user.Name}: {user.Mail}"))} }} }}   # stops when nobody works",
            _ => "code: { engine: devcontainer }   # for notebooks in the cluster use jupyterhub: it needs a host name and 'signIn' under strata:access",
        };
    }

    private static IEnumerable<string> Schedulers(StackAnswers answers)
    {
        if (Has(answers, TeamNeed.Workflows))
        {
            var queue = Has(answers, TeamNeed.Gpus) ? ", batch: jobs" : "";
            yield return answers.Cloud switch
            {
                Cloud.Aws => $"main: {{ engine: step-functions{queue} }}   # or airflow, prefect, dagster …: the workflows stay as they are",
                Cloud.Gcp => $"main: {{ engine: workflows{queue} }}   # or airflow, prefect, dagster …: the workflows stay as they are",
                _ => "main: { engine: argo, artifacts: lake }   # or airflow, prefect, dagster …",
            };
        }
    }

    private static IEnumerable<string> Features(StackAnswers answers) => !Has(answers, TeamNeed.Features) ? [] :
    [
        "features:",
        answers.Cloud switch { Cloud.Aws => "  engine: sagemaker", Cloud.Gcp => "  engine: vertex", _ => "  engine: feast" },
        answers.Cloud == Cloud.Aws ? "  offline: lake" : "  offline: tables",
        "  entities:",
        "    customer: { key: customer_id, description: Who buys. }",
        "  views:",
        "    orders:",
        "      entities: [customer]",
        "      source: { table: orders, eventTime: ordered_at }",
        "      features:",
        "        orders_30d: { type: int64, description: Orders in the last 30 days. }",
        $"      owner: {answers.Owner}",
        "      freshness: 1d   # how old a value may be when a model reads it",
    ];

    private static IEnumerable<string> Models(StackAnswers answers)
    {
        if (Has(answers, TeamNeed.Models))
        {
            yield return answers.Cloud switch
            {
                Cloud.Aws => "models: { engine: sagemaker, artifacts: lake }",
                Cloud.Gcp => "models: { engine: vertex, tensorboard: false }",
                _ => "models: { engine: mlflow, artifacts: lake }",
            };
        }
    }

    private static IReadOnlyList<string> WorkflowOf(StackAnswers answers)
    {
        var queue = Has(answers, TeamNeed.Gpus) ? ", queue: training" : "";
        var package = answers.Team.Replace('-', '_');
        return
        [
            "retrain:",
            "  schedule: \"0 3 * * 1\"",
            "  timeZone: Europe/Berlin",
            "  steps:",
            $"    pull: {{ image: trainer, command: [python, -m, {package}.pull], artifacts: [data] }}",
            $"    train: {{ image: trainer, command: [python, -m, {package}.train], needs: [pull]{queue}, artifacts: [model], retries: 2 }}",
            $"    check: {{ image: trainer, command: [python, -m, {package}.check], needs: [train], outputs: [better] }}",
            $"    deploy: {{ image: trainer, command: [python, -m, {package}.deploy], needs: [check], when: \"check.better == 'yes'\" }}",
        ];
    }

    private static bool Has(StackAnswers answers, TeamNeed need) => answers.Needs.Contains(need);

    private static bool NeedsTables(StackAnswers answers) => Has(answers, TeamNeed.Features) && answers.Cloud != Cloud.Aws;

    private static string Word(DeploymentEnvironment environment) => PropertyNames.OfChoice(environment.ToString());

    /// <summary>What stands before the @ of a mail address, as names in stack files are written.</summary>
    private static string NameOf(string mail)
    {
        var name = new string([.. mail.Split('@')[0].ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Trim('-');
        return name.Length > 0 && char.IsAsciiLetter(name[0]) ? name : $"user-{name}".TrimEnd('-');
    }

    /// <summary>The clouds have the smallest everywhere; on owned machines language models are why there are larger ones.</summary>
    private static string GpuOf(StackAnswers answers) => answers is { Work: TeamWork.Language, Cloud: Cloud.Kubernetes } ? "a100-80gb" : "t4";

    private static string BaseOf(TeamWork work) => work is TeamWork.Tabular ? "python" : "pytorch";

    /// <summary>Versions of the Python package index as of 2025-07.</summary>
    private static string RequirementsOf(TeamWork work) => work switch
    {
        TeamWork.Vision => "torch==2.7.1, torchvision==0.22.1",
        TeamWork.Language => "torch==2.7.1, transformers==4.53.2",
        TeamWork.Recommendation => "torch==2.7.1, pandas==2.3.1",
        _ => "scikit-learn==1.7.1, pandas==2.3.1",
    };
}
