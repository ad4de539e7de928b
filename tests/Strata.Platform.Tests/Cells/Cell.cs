using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Cells;

/// <summary>
/// One cell of the matrix of the upper layers: an engine on a cloud, run by the cloud or by the team, as the component <c>it</c> of a
/// stack that has what components use: storage, a cluster with pools, a batch queue, a registry, a way to sign in.
/// </summary>
/// <remarks>
/// What <c>it</c> says is a fragment in tests/Golden/cells/section/engine: the first there is of <c>aws-managed.yaml</c>,
/// <c>aws.yaml</c>, <c>managed.yaml</c> and <c>stack.yaml</c> (for that cell), in the form of a stack file.
/// </remarks>
internal sealed record Cell(ComponentKind Kind, Realization Realization)
{
    public static IEnumerable<Cell> All => ComponentCatalog.Kinds.Where(kind => kind.Facts is not null).SelectMany(kind => kind.Realizations.Select(r => new Cell(kind, r)));

    public static IEnumerable<Cell> AllBuilt => All.Where(cell => cell.Realization is Built);

    public string Who => Realization.Managed is true ? "managed" : "self-hosted";

    public string Folder => $"cells/{Kind.Section}/{Kind.Name}";

    /// <summary><c>cells/schedulers/airflow/aws-managed</c></summary>
    public string Path => $"{Folder}/{Realization.Cloud.Word()}-{Who}";

    public static Cell Of(string path) => All.Single(cell => cell.Path == path);

    /// <summary>The stack's graph; it must have no errors.</summary>
    /// <param name="more">Further sections of the stack file, indented by two.</param>
    public ResourceGraph Graph(string environment, string more = "")
    {
        var (graph, diagnostics) = new StackRepository(Files(environment, more)).Expand("sample");
        Assert.True(graph is not null, $"{Path} in {environment}: {string.Join('\n', diagnostics.Where(d => d.Severity == Severity.Error))}");
        return graph;
    }

    /// <summary>The component <c>it</c> and what is below it.</summary>
    public ResourceGraph Own(string environment)
    {
        var graph = Graph(environment);
        return new ResourceGraph(graph.Stack, [.. graph.Resources.Where(IsOwn)], [.. graph.Outputs.Where(output => output.Name == Kind.Section)]);
    }

    private bool IsOwn(Resource resource) => resource is ComponentResource { LogicalName: "it" } && resource.TypeToken == Kind.TypeToken || (resource.ResourceOptions.Parent is { } parent && IsOwn(parent));

    private StackFolder Files(string environment, string more)
    {
        var cloud = Realization.Cloud;
        return new StackFolder
        {
            ["catalog/around.yaml"] = Around(cloud),
            ["catalog/it.yaml"] = Said,
            ["Pulumi.sample.yaml"] = $$"""
                config:
                  strata:extends: [catalog/around, catalog/it]
                  strata:team: sample
                  strata:environment: {{environment}}
                  strata:{{Kind.Section}}:
                    it: { managed: {{(Realization.Managed is true ? "true" : "false")}} }
                  strata:secrets:
                    key: { secure: v1:abc:def }
                    sign-in: { secure: v1:abc:def }
                {{more}}
                """,
        };
    }

    private string Said
    {
        get
        {
            string[] names = [$"{Realization.Cloud.Word()}-{Who}", Realization.Cloud.Word(), Who, "stack"];
            var file = names.Select(name => Repository.PathOf($"tests/Golden/{Folder}/{name}.yaml")).FirstOrDefault(File.Exists);
            Assert.True(file is not null, $"tests/Golden/{Folder} has no {names[^1]}.yaml that says what 'it' is.");
            return File.ReadAllText(file);
        }
    }

    private static string Around(Cloud cloud) => $$"""
        config:
          aws:region: eu-central-1
          gcp:project: acme-ml
          gcp:region: europe-west4
          gcp:zone: europe-west4-a
          strata:cloud: {{cloud.Word()}}
          strata:organization: acme
          strata:owner: sample@acme.example
          strata:access:
            members: [{{(cloud == Cloud.Aws ? "arn:aws:iam::123456789012:role/people" : "people@acme.example")}}]
            signIn: { issuer: https://login.acme.example, clientId: sample, clientSecret: { secret: sign-in }, groups: [ml] }
          strata:storage:
            lake: { kind: objects }
            tables: { kind: warehouse }
          strata:compute:
            cluster: {}
            general: { kind: pool, machine: { cpu: 8, memory: 32Gi }, max: 4 }
            gpu: { kind: pool, machine: { cpu: 8, memory: 32Gi, gpu: { type: {{(cloud == Cloud.Kubernetes ? "a100" : "l4")}} } }, max: 4 }
            jobs: { kind: batch, machine: { cpu: 4, memory: 16Gi }, max: 4, access: { lake: write } }
          strata:registries:
            images: {{(cloud == Cloud.Kubernetes ? "{ host: registry.acme.example, immutable: false, scan: false, password: { secret: key } }" : "{}")}}

        """;
}
