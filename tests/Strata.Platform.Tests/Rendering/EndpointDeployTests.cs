using System.Text.Json.Nodes;

namespace Strata.Platform.Tests.Rendering;

/// <summary>The rendered steps that put models live, and those that start batch runs, do what they say.</summary>
public sealed class EndpointDeployTests
{
    [Fact]
    public void On_a_cluster_models_come_before_requests_and_scaling_is_left_alone()
    {
        if (Rules(ready: true) is { } program)
        {
            using (program)
            {
                Assert.Equal(0, program.Run("deploy.py", "--timeout", "1").Exit);
                Assert.Equal(["apply Deployment/rules as pulumi-kubernetes-1a2b 5", "apply Deployment/rules-next as pulumi-kubernetes-1a2b 5", "apply HTTPRoute/rules as pulumi-kubernetes-1a2b"], program.Log);
            }
        }
    }

    [Fact]
    public void On_a_cluster_requests_stay_when_a_model_is_not_ready()
    {
        if (Rules(ready: false) is { } program)
        {
            using (program)
            {
                var (exit, said) = program.Run("deploy.py", "--timeout", "0");
                Assert.Equal(1, exit);
                Assert.Contains("not ready after 0 seconds: Deployment/rules, Deployment/rules-next", said, StringComparison.Ordinal);
                Assert.DoesNotContain(program.Log, line => line.Contains("HTTPRoute", StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData("kubectl-client-side-apply", "Deployment/rules: Pulumi did not make it; run 'pulumi up' first, or let whatever applied it do so again.\n")]
    [InlineData(null, "Deployment/rules: Error from server (NotFound): \"deployment.v1.apps/rules\" not found\n")]
    public void On_a_cluster_what_is_not_Pulumi_s_is_left_alone(string? manager, string expected)
    {
        if (EndpointProgram.IsPossible)
        {
            using var program = new EndpointProgram("aws-endpoints", "rules");
            if (manager is not null)
            {
                program.Object(Deployment("rules", ready: true, manager));
            }

            Assert.Equal((1, expected), program.Run("deploy.py"));
            Assert.Empty(program.Log);
        }
    }

    [Theory]
    [InlineData("onprem-endpoints", "archive", "Complete", 0, "Job")]
    [InlineData("onprem-endpoints", "archive", "Failed", 1, "Job")]
    [InlineData("gcp-endpoints", "hourly", "SUCCEEDED", 0, "RayJob")]
    [InlineData("gcp-endpoints", "hourly", "FAILED", 1, "RayJob")]
    public void A_batch_run_on_a_cluster_is_started_and_waited_for(string sample, string endpoint, string outcome, int exit, string kind)
    {
        if (EndpointProgram.IsPossible)
        {
            using var program = new EndpointProgram(sample, endpoint);
            program.Set("KUBE_OUTCOME", outcome);
            Assert.Equal(exit, program.Run("run.py", "--input", "s3://other/in").Exit);
            Assert.StartsWith($"create {kind} s3://other/in ", Assert.Single(program.Log), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void SageMaker_gets_the_new_model_once_and_what_is_old_goes()
    {
        if (EndpointProgram.IsPossible)
        {
            using var program = SageMaker();
            Assert.Equal(0, program.Run("deploy.py").Exit);
            var state = program.State("aws");
            var live = state["endpoint"]!["EndpointConfigName"]!.ToString();
            Assert.StartsWith("fraud-sample-score-d", live, StringComparison.Ordinal);
            var configuration = state["configurations"]![live]!;
            var model = state["models"]![configuration["ProductionVariants"]![0]!["ModelName"]!.ToString()]!;
            Assert.Equal("s3://fraud-sample-lake-c5a3id/models/fraud/3/", model["PrimaryContainer"]!["ModelDataSource"]!["S3DataSource"]!["S3Uri"]!.ToString());
            Assert.Equal("""{"SecurityGroupIds":["sg-1"],"Subnets":["subnet-1","subnet-2"]}""", model["VpcConfig"]!.ToJsonString());
            Assert.Equal("arn:key", configuration["DataCaptureConfig"]!["KmsKeyId"]!.ToString());
            Assert.Equal("CANARY", state["update"]!["DeploymentConfig"]!["BlueGreenUpdatePolicy"]!["TrafficRoutingConfiguration"]!["Type"]!.ToString());
            Assert.True((bool)state["update"]!["RetainAllVariantProperties"]!);
            Assert.DoesNotContain("fraud-sample-score-d0", ((JsonObject)state["configurations"]!).Select(one => one.Key));
            Assert.Contains("fraud-sample-score-2026", ((JsonObject)state["configurations"]!).Select(one => one.Key));

            var calls = state["calls"]!.AsArray().Count;
            Assert.Equal((0, $"{live} is live already\n"), program.Run("deploy.py"));
            Assert.Equal(calls, program.State("aws")["calls"]!.AsArray().Count);
        }
    }

    [Fact]
    public void SageMaker_that_went_back_is_a_failure()
    {
        if (EndpointProgram.IsPossible)
        {
            using var program = SageMaker();
            program.Set("AWS_ALARM", "1");
            var (exit, said) = program.Run("deploy.py");
            Assert.Equal(1, exit);
            Assert.Contains("fraud-sample-score went back to fraud-sample-score-2026 (InService): the alarm fraud-sample-score-errors", said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Completed", 0)]
    [InlineData("Failed", 1)]
    public void A_batch_transform_takes_what_only_AWS_knows_from_the_state_machine(string outcome, int exit)
    {
        if (EndpointProgram.IsPossible)
        {
            using var program = new EndpointProgram("aws-endpoints", "nightly");
            program.State("aws", JsonNode.Parse("""{"parameters": {"ModelName": "nightly-model-1", "TransformOutput": {"KmsKeyId": "arn:key"}, "TransformResources": {"VolumeKmsKeyId": "arn:disks"}}}""")!);
            program.Set("AWS_OUTCOME", outcome);
            Assert.Equal(exit, program.Run("run.py", "--output", "s3://other/out").Exit);
            var job = program.State("aws")["job"]!;
            Assert.Equal("nightly-model-1", job["ModelName"]!.ToString());
            Assert.Equal("""{"S3OutputPath":"s3://other/out","AssembleWith":"Line","KmsKeyId":"arn:key"}""", job["TransformOutput"]!.ToJsonString());
        }
    }

    [Fact]
    public void Vertex_AI_moves_requests_when_both_models_are_there()
    {
        if (EndpointProgram.IsPossible)
        {
            using var program = new EndpointProgram("gcp-endpoints", "rank");
            program.State("gcp", JsonNode.Parse("""{"deployed": [{"display_name": "rank-00000000", "id": "7"}], "split": {"7": 100}}""")!);
            Assert.Equal(0, program.Run("deploy.py").Exit);
            var calls = program.State("gcp")["calls"]!.AsArray().Select(call => call!.ToString()).ToList();
            Assert.Equal(["upload", "deploy", "upload", "deploy", "split", "undeploy"], calls.Select(call => call.Split(' ')[0]));
            Assert.Contains("from gs://recsys-sample-lake-teh75j/models/rank/3 key key", calls[0], StringComparison.Ordinal);
            Assert.EndsWith("with {'7': 100, '0': 0}", calls[1], StringComparison.Ordinal);
            Assert.Equal("split [20, 80]", calls[4]);
            Assert.Equal("undeploy 7", calls[5]);

            Assert.Equal((0, ""), program.Run("deploy.py"));
            Assert.Equal(6, program.State("gcp")["calls"]!.AsArray().Count);
        }
    }

    [Theory]
    [InlineData("JOB_STATE_SUCCEEDED", 0)]
    [InlineData("JOB_STATE_FAILED", 1)]
    public void A_batch_prediction_is_started_and_waited_for(string outcome, int exit)
    {
        if (EndpointProgram.IsPossible)
        {
            using var program = new EndpointProgram("gcp-endpoints", "weekly");
            program.State("gcp", new JsonObject { ["answers"] = new JsonObject { ["batchPredictionJobs/7"] = new JsonObject { ["state"] = outcome } } });
            Assert.Equal(exit, program.Run("run.py", "--input", "gs://other/in/*").Exit);
            var posted = program.State("gcp")["posted"]!;
            Assert.Equal("https://europe-west4-aiplatform.googleapis.com/v1/projects/acme-recsys-prod/locations/europe-west4/batchPredictionJobs", posted["url"]!.ToString());
            Assert.Equal("gs://other/in/*", posted["body"]!["inputConfig"]!["gcsSource"]!["uris"]![0]!.ToString());
        }
    }

    private static EndpointProgram? Rules(bool ready)
    {
        if (!EndpointProgram.IsPossible)
        {
            return null;
        }

        var program = new EndpointProgram("aws-endpoints", "rules");
        program.Object(Deployment("rules", ready, "pulumi-kubernetes-1a2b"));
        program.Object(Deployment("rules-next", ready, "pulumi-kubernetes-1a2b"));
        program.Object(Object("HTTPRoute", "rules", "pulumi-kubernetes-1a2b", "{}", "{}"));
        return program;
    }

    private static JsonObject Deployment(string name, bool ready, string manager) =>
        Object("Deployment", name, manager, """{"replicas": 5}""", $$"""{"observedGeneration": 3, "replicas": 5, "updatedReplicas": {{(ready ? 5 : 1)}}, "availableReplicas": 5}""");

    private static JsonObject Object(string kind, string name, string manager, string spec, string status) => JsonNode.Parse($$"""
        {"kind": "{{kind}}", "metadata": {"name": "{{name}}", "generation": 3, "managedFields": [{"manager": "kube-controller-manager", "operation": "Update"}, {"manager": "{{manager}}", "operation": "Apply"}]}, "spec": {{spec}}, "status": {{status}}}
        """)!.AsObject();

    private static EndpointProgram SageMaker()
    {
        var program = new EndpointProgram("aws-endpoints", "score");
        program.State("aws", JsonNode.Parse("""
            {
              "endpoint": {"EndpointStatus": "InService", "EndpointConfigName": "fraud-sample-score-2026"},
              "configurations": {
                "fraud-sample-score-d0": {"ProductionVariants": [{"VariantName": "main", "ModelName": "fraud-sample-score-d1"}]},
                "fraud-sample-score-2026": {"KmsKeyId": "arn:disks", "ProductionVariants": [{"VariantName": "main", "ModelName": "model-2026"}], "DataCaptureConfig": {"KmsKeyId": "arn:key"}}
              },
              "models": {
                "fraud-sample-score-d1": {},
                "model-2026": {"ExecutionRoleArn": "arn:role", "VpcConfig": {"SecurityGroupIds": ["sg-1"], "Subnets": ["subnet-1", "subnet-2"]}}
              }
            }
            """)!);
        return program;
    }
}
