using Strata.Graph.Formats;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.ModelStores;

/// <summary>Who may write experiments down in the MLflow that SageMaker runs.</summary>
public sealed class MlflowRightsTests
{
    private const string Stack = """
        config:
          aws:region: eu-central-1
          strata:account: "123456789012"
          strata:team: weld
          strata:environment: dev
          strata:cloud: aws
          strata:access: { members: ["arn:aws:iam::123456789012:role/weld"] }
          strata:compute:
            cluster: {}
            general: { kind: pool, machine: { cpu: 8, memory: 32Gi }, max: 4 }
          strata:storage: { lake: { kind: objects } }
          strata:modelStores: { runs: { engine: mlflow, managed: true, artifacts: lake } }
          strata:tracking: { engine: mlflow }
          strata:schedulers: { steps: { engine: argo } }
          strata:featureStores: { features: { engine: feast, offline: lake } }

        """;

    [Fact]
    public void The_teams_own_code_and_no_server()
    {
        var (graph, diagnostics) = new StackRepository(new StackFolder { ["Pulumi.sample.yaml"] = Stack }).Expand("sample");
        Assert.True(graph is not null, string.Join('\n', diagnostics.Select(problem => problem.Message)));
        var roles = graph.Resources
            .Where(resource => resource.TypeToken.StartsWith("aws:iam/role", StringComparison.Ordinal) && resource.InputProperties.Any(input => ValueText.Of(input.Value).Contains("sagemaker-mlflow:Log", StringComparison.Ordinal)))
            .Select(resource => resource.LogicalName)
            .ToList();
        Assert.Contains(roles, name => name.StartsWith("steps-", StringComparison.Ordinal));
        Assert.DoesNotContain(roles, name => name.StartsWith("features-", StringComparison.Ordinal));
    }
}
