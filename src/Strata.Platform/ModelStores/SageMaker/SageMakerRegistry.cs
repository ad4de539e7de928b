using System.ComponentModel;
using Strata.Aws.CloudWatch;
using Strata.Aws.Sagemaker;
using Strata.Aws.Sns;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.ModelStores;

/// <summary>The model registry of SageMaker: a group of versions, each approved or not.</summary>
public sealed record SageMakerRegistryConfig : ModelStoreConfig
{
    [Description("The ids of other AWS accounts that may read and deploy its models.")]
    [Pattern("^[0-9]{12}$", "an AWS account id of 12 digits, in quotes")]
    public IReadOnlyList<string> Readers { get; init; } = [];
}

/// <summary>A group of model packages, who else may read it, and a topic that hears when a version is approved.</summary>
internal static class SageMakerRegistry
{
    private const string OnlyAws = "The registry is a part of SageMaker, a service of AWS.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<SageMakerRegistryConfig>("modelStores", "sagemaker", "strata:modelStore:SageMaker", new EngineFacts(
            "SageMaker Model Registry",
            Maturity.Stable,
            "service",
            null,
            new("https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry.html", "2026-11-26")))
        .Managed<SageMakerRegistryConfig>(Cloud.Aws, Expand)
        .RefuseSelfHosted(Cloud.Aws, "The registry is a service, and there is no software to run oneself.", "Use engine: mlflow with 'managed: false', or remove 'managed'.")
        .RefuseBoth(Cloud.Gcp, OnlyAws, "Use engine: vertex, which is Google Cloud's counterpart.")
        .RefuseBoth(Cloud.Kubernetes, OnlyAws, "Use engine: mlflow, which runs on any cluster.");

    private static SageMakerRegistryHandle Expand(SageMakerRegistryConfig config, ComponentContext context)
    {
        var store = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, config.Artifacts, nameof(config.Artifacts));
        var group = context.Scope.Add(new ModelPackageGroup(context.Name, context.HoldsData)
        {
            ModelPackageGroupName = context.Named(AwsNames.SageMaker),
            ModelPackageGroupDescription = $"Models of {context.Stack.Config.Team}",
        });
        if (config.Readers.Count > 0)
        {
            context.Scope.Add(new ModelPackageGroupPolicy($"{context.Name}-readers") { ModelPackageGroupName = group.ModelPackageGroupName, ResourcePolicy = PolicyDocument.Of(Readers(config, context, group)) });
        }

        return new SageMakerRegistryHandle(config, store.Url, group, AddApprovals(context, group));
    }

    private static IEnumerable<PolicyStatement> Readers(SageMakerRegistryConfig config, ComponentContext context, ModelPackageGroup group)
    {
        var aws = context.Expansion.Foundations.Aws;
        var principal = new ValueMap { ["AWS"] = Value.List(config.Readers.Select(account => (Value)$"arn:aws:iam::{account}:root")) };
        yield return new(["sagemaker:DescribeModelPackageGroup"], [group.Arn]) { Sid = "Group", Principal = principal };
        yield return new(
            ["sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages", "sagemaker:CreateModel"],
            [Output.Format($"arn:aws:sagemaker:{aws.Region}:{aws.AccountId}:model-package/{group.ModelPackageGroupName}/*")]) { Sid = "Versions", Principal = principal };
    }

    /// <summary>Deployment begins where somebody approves: whoever deploys subscribes to the topic.</summary>
    private static Topic AddApprovals(ComponentContext context, ModelPackageGroup group)
    {
        var name = $"{context.Name}-approved";
        var topic = context.Scope.Add(new Topic(name) { Name = context.Named(AwsNames.SnsTopic, "approved") });
        var rule = context.Scope.Add(new EventRule(name)
        {
            Name = context.Named(AwsNames.EventRule, "approved"),
            Description = $"Approved models of {context.Name}",
            EventPattern = Output.Json(new ValueMap
            {
                ["source"] = Value.List("aws.sagemaker"),
                ["detail-type"] = Value.List("SageMaker Model Package State Change"),
                ["detail"] = new ValueMap { ["ModelPackageGroupName"] = Value.List(group.ModelPackageGroupName), ["ModelApprovalStatus"] = Value.List("Approved") },
            }),
        });
        var policy = context.Scope.Add(new TopicPolicy(name)
        {
            Arn = topic.Arn,
            Policy = PolicyDocument.Of(new PolicyStatement(["sns:Publish"], [topic.Arn])
            {
                Principal = new ValueMap { ["Service"] = "events.amazonaws.com" },
                Condition = new ValueMap { ["ArnEquals"] = new ValueMap { ["aws:SourceArn"] = rule.Arn } },
            }),
        });
        context.Scope.Add(new EventTarget(name, new ResourceOptions { DependsOn = [policy] }) { Rule = rule.Name, Arn = topic.Arn, TargetId = "topic" });
        return topic;
    }
}

/// <summary>SageMaker's registry for others to use.</summary>
internal sealed record SageMakerRegistryHandle(SageMakerRegistryConfig Said, Input<string> Artifacts, ModelPackageGroup Group, Topic Approved) : ModelStoreHandle("sagemaker", Said, Artifacts)
{
    protected override IEnumerable<Property> More => [new("group", Group.ModelPackageGroupName), new("groupArn", Group.Arn), new("approvedTopicArn", Approved.Arn)];
}
