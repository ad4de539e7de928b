using Strata.Aws.Eks;
using Strata.Aws.Eks.Inputs;
using Strata.Aws.S3;
using Strata.Aws.S3.Inputs;
using Strata.Graph;
using Strata.Kubernetes.Apps.V1;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Kubernetes.Helm.V3;

namespace Strata.Tests.Providers;

public sealed class UsageTests
{
    [Fact]
    public void A_bucket_and_its_versioning_refer_to_each_other()
    {
        var lake = new Bucket("lake") { BucketName = null, ForceDestroy = true, Tags = new() { ["team"] = "fraud" } };
        var versioning = new BucketVersioning("lake")
        {
            Bucket = lake.Id,
            VersioningConfiguration = new() { Status = "Enabled" },
        };

        Assert.Equal(["forceDestroy", "tags"], lake.InputProperties.Select(input => input.Name));
        Assert.Same(lake, Assert.IsType<ReferenceValue>(Input(versioning, "bucket")).Resource);
        Assert.Equal("Enabled", Text(Input(versioning, "versioningConfiguration"), "status"));
        Assert.Equal("arn", Assert.IsType<ReferenceValue>(Assert.IsType<InterpolatedValue>(Output.Format($"{lake.Arn}/*").Value).Parts[0]).Property);
    }

    [Fact]
    public void Lists_of_blocks_are_collection_expressions()
    {
        var rules = new BucketLifecycleConfiguration("lake")
        {
            Bucket = "lake",
            Rules =
            [
                new BucketLifecycleConfigurationRuleArgs
                {
                    Id = "abort",
                    Status = "Enabled",
                    AbortIncompleteMultipartUpload = new() { DaysAfterInitiation = 7 },
                },
            ],
        };

        var rule = Assert.IsType<ObjectValue>(Assert.Single(Assert.IsType<ListValue>(Input(rules, "rules")).Items));
        Assert.Equal(["id", "status", "abortIncompleteMultipartUpload"], rule.Properties.Select(property => property.Name));
    }

    [Fact]
    public void A_node_group_has_taints()
    {
        var pool = new NodeGroup("gpu")
        {
            ClusterName = "platform",
            NodeRoleArn = "arn:aws:iam::123456789012:role/node",
            SubnetIds = ["subnet-1", "subnet-2"],
            ScalingConfig = new() { MinSize = 0, MaxSize = 4, DesiredSize = 0 },
            Taints = [new NodeGroupTaintArgs { Key = "nvidia.com/gpu", Value = "true", Effect = "NO_SCHEDULE" }],
        };

        Assert.Equal(4, Assert.IsType<NumberValue>(Assert.IsType<ObjectValue>(Input(pool, "scalingConfig"))["maxSize"]).Number);
        Assert.Contains("capacityType", pool.TypeFacts.ReplaceOnChange);
        Assert.DoesNotContain("labels", pool.TypeFacts.ReplaceOnChange);
    }

    [Fact]
    public void A_deployment_runs_a_container()
    {
        var labels = new Dictionary<string, string> { ["app"] = "mlflow" };
        var deployment = new Deployment("mlflow")
        {
            Metadata = new() { Namespace = "ml", Labels = labels },
            Spec = new()
            {
                Replicas = 2,
                Selector = new() { MatchLabels = labels },
                Template = new()
                {
                    Metadata = new() { Labels = labels },
                    Spec = new()
                    {
                        Containers =
                        [
                            new ContainerArgs
                            {
                                Name = "server",
                                Image = "mlflow:3",
                                Ports = [new ContainerPortArgs { ContainerPort = 5000 }],
                                ReadinessProbe = new() { HttpGet = new() { Path = "/health", Port = 5000 } },
                                Resources = new() { Limits = new() { ["memory"] = "2Gi" } },
                            },
                        ],
                    },
                },
            },
        };

        Assert.Equal(["apiVersion", "kind", "metadata", "spec"], deployment.InputProperties.Select(input => input.Name));
        Assert.Equal("apps/v1", Assert.IsType<TextValue>(Input(deployment, "apiVersion")).Text);
        Assert.Contains("spec.selector", deployment.TypeFacts.ReplaceOnChange);
    }

    [Fact]
    public void A_port_takes_a_name_or_a_number_or_an_output()
    {
        var named = new ServicePortArgs { Port = 80, TargetPort = "http" };
        var numbered = new ServicePortArgs { Port = 80, TargetPort = 8080 };
        var referred = new ServicePortArgs { Port = 80, TargetPort = new Bucket("b").BucketName };

        Assert.Equal("http", Text(named.ToValue(), "targetPort"));
        Assert.Equal(8080, Assert.IsType<NumberValue>(Assert.IsType<ObjectValue>(numbered.ToValue())["targetPort"]).Number);
        Assert.IsType<ReferenceValue>(Assert.IsType<ObjectValue>(referred.ToValue())["targetPort"]);
    }

    [Fact]
    public void A_release_takes_free_form_values()
    {
        var release = new Release("mlflow")
        {
            Chart = "mlflow",
            Values = new() { ["replicas"] = 1, ["ingress"] = new ValueMap { ["enabled"] = true }, ["hosts"] = Value.List("a", "b") },
        };

        Assert.Equal(["replicas", "ingress", "hosts"], Assert.IsType<ObjectValue>(Input(release, "values")).Properties.Select(property => property.Name));
    }

    [Fact]
    public void A_custom_resource_has_its_own_token_and_any_field()
    {
        var queue = new Kubernetes.ApiExtensions.CustomResource("team", "kueue.x-k8s.io/v1beta1", "LocalQueue")
        {
            Metadata = new() { Namespace = "ml" },
            Spec = new() { ["clusterQueue"] = "fraud" },
            OtherFields = new() { ["status"] = new ValueMap() },
        };

        Assert.Equal("kubernetes:kueue.x-k8s.io/v1beta1:LocalQueue", queue.TypeToken);
        Assert.Equal(["apiVersion", "kind", "metadata", "spec", "status"], queue.InputProperties.Select(input => input.Name));
        Assert.Equal(["metadata.name", "metadata.namespace"], queue.TypeFacts.ReplaceOnChange);
    }

    [Fact]
    public void A_node_on_premises_is_patched()
    {
        var patch = new NodePatch("gpu-1")
        {
            Metadata = new() { Name = "gpu-1", Labels = new() { ["pool"] = "gpu" } },
            Spec = new() { Taints = [new TaintArgs { Key = "nvidia.com/gpu", Effect = "NoSchedule" }] },
        };

        Assert.Equal(["apiVersion", "kind", "metadata", "spec"], patch.InputProperties.Select(input => input.Name));
    }

    [Fact]
    public void Objects_of_a_config_group_are_written_in_place()
    {
        var group = new Kubernetes.Yaml.V2.ConfigGroup("crds") { Objs = [new ValueMap { ["kind"] = "Namespace" }] };

        Assert.True(group.TypeFacts.IsRemoteComponent);
        Assert.Equal("Namespace", Text(Assert.Single(Assert.IsType<ListValue>(Input(group, "objs")).Items), "kind"));
    }

    [Fact]
    public void Provider_settings_are_given_as_they_are()
    {
        var aws = new Aws.Provider("aws") { Region = "eu-west-1", DefaultTags = new() { Tags = new() { ["team"] = "fraud" } } };

        Assert.Equal("pulumi:providers:aws", aws.TypeToken);
        Assert.IsType<TextValue>(Input(aws, "region"));
        Assert.IsType<ObjectValue>(Input(aws, "defaultTags"));
    }

    [Fact]
    public void Secrets_are_marked_at_the_top_and_inside_blocks()
    {
        var secret = new Secret("token") { StringData = new() { ["key"] = "x" } };
        var listener = new Aws.LB.Inputs.ListenerDefaultActionAuthenticateOidcArgs
        {
            AuthorizationEndpoint = "https://a",
            ClientId = "id",
            ClientSecret = "x",
            Issuer = "https://i",
            TokenEndpoint = "https://t",
            UserInfoEndpoint = "https://u",
        };

        Assert.IsType<SecretValue>(Input(secret, "stringData"));
        Assert.IsType<SecretValue>(Assert.IsType<ObjectValue>(listener.ToValue())["clientSecret"]);
    }

    private static Value Input(Resource resource, string name) => resource.InputProperties.Single(input => input.Name == name).Value;

    private static string Text(Value value, string name) => Assert.IsType<TextValue>(Assert.IsType<ObjectValue>(value)[name]).Text;
}
