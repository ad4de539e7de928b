using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.ModelStores;
using Strata.Platform.Naming;
using Strata.Platform.Registries;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>SageMaker Pipelines: the role that pipelines and the jobs of their steps run as, what starts them, and who hears when one fails.</summary>
internal static class SageMakerPipelines
{
    /// <summary>Leaves room for what tells the pipelines of a scheduler apart.</summary>
    private static readonly NameRule PipelinePrefix = AwsNames.SageMakerPipeline with { MaxLength = 128 };

    public static SageMakerPipelinesHandle Expand(KubeflowConfig config, ComponentContext context)
    {
        KubeflowRules.CheckManaged(config, context);
        if (config.IsSet(nameof(config.MetadataStore)))
        {
            context.Diagnostics.Add(PipelineErrors.MeansNothing(config.SpanOf(nameof(config.MetadataStore)), config.Name, "metadataStore", "SageMaker records the runs of pipelines by itself"));
        }

        var aws = context.Expansion.Foundations.Aws;
        var network = aws.Network;
        var kept = StepAccess.StoreFor(context, config, config.Store, nameof(config.Store));
        var store = (AwsObjectStoreHandle)kept.Storage;
        var grants = StorageGrants.Of(context, config, config.Access, kept);
        var role = AwsRole.Add(
            context.Scope, context.Expansion, $"{context.Name}-role", [context.Name, "pipelines"], Trust(context), [],
            [.. SageMakerRights.Of(context, context.Expansion.Named(AwsNames.IamRole, context.Name, "pipelines")), .. grants.SelectMany(grant => grant.Storage.StatementsFor(grant.Level)), .. Images(context), .. MlflowRights.OfRuns(context.Expansion)]);
        var prefix = context.Named(PipelinePrefix);
        var pipelines = Output.Format($"arn:aws:sagemaker:{aws.Region}:{aws.AccountId}:pipeline/{prefix}-*");
        var news = AwsNews.Add(context);
        news.Tell(context, $"Failed pipelines of {context.Name}", Failures(pipelines), new() { ["run"] = "$.detail.pipelineExecutionArn" }, $"A pipeline of {context.Name} in {context.Stack.Name} failed: <run>.");
        var starter = AwsStarter.Add(context, news, [new PolicyStatement(["sagemaker:StartPipelineExecution"], [pipelines])]);
        return new SageMakerPipelinesHandle(Output.Format($"{store.Url}/pipelines"), prefix, role, starter, network.PrivateSubnetIds, AwsEgressGroup.Add(context, network))
        {
            Ready = [.. AwsRights.Of(context, role), .. network.Ready],
        };
    }

    private static PolicyStatement Trust(ComponentContext context) => PolicyStatement.Trust("sagemaker.amazonaws.com") with
    {
        Condition = new ValueMap { ["StringEquals"] = new ValueMap { ["aws:SourceAccount"] = context.Expansion.Foundations.Aws.AccountId } },
    };

    private static IEnumerable<PolicyStatement> Images(ComponentContext context) => context.Stack.Components.OfType<RegistryConfig>()
        .Where(registry => context.Stack.CloudOf(registry) == Cloud.Aws)
        .Select(registry => context.Expansion.Expand(registry))
        .OfType<AwsRegistryHandle>()
        .SelectMany(registry => registry.PullStatements);

    private static ValueMap Failures(Output<string> pipelines) => new()
    {
        ["source"] = Value.List("aws.sagemaker"),
        ["detail-type"] = Value.List("SageMaker Model Building Pipeline Execution Status Change"),
        ["detail"] = new ValueMap
        {
            ["currentPipelineExecutionStatus"] = Value.List("Failed"),
            ["pipelineArn"] = Value.List(new ValueMap { ["wildcard"] = pipelines }),
        },
    };
}
