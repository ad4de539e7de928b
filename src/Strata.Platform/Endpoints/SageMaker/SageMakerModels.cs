using Strata.Aws.Iam;
using Strata.Aws.Sagemaker;
using Strata.Aws.Sagemaker.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;

namespace Strata.Platform.Endpoints;

/// <summary>
/// The models of an endpoint. A model never changes: it has no name of its own in the graph, so that a new one can be there before
/// the old one goes.
/// </summary>
internal static class SageMakerModels
{
    public static IReadOnlyList<Model> Add(SageMakerEndpoint config, ComponentContext context, Role role, bool inNetwork, IReadOnlyList<(Track Track, ModelFiles? Files)> tracks)
    {
        var place = inNetwork ? Place(context) : null;
        return [.. tracks.Select(one => context.Scope.Add(new Model($"{one.Track.NameIn(context.Name)}-model", new ResourceOptions { DependsOn = [.. AwsRights.Of(context, role)] })
        {
            ExecutionRoleArn = role.Arn,
            EnableNetworkIsolation = config.Isolated,
            VpcConfig = place,
            PrimaryContainer = new ModelPrimaryContainerArgs
            {
                Image = ServingImage.Of(context, one.Track.Image!, config.SpanOf(nameof(config.Image))),
                ModelDataSource = one.Files is null ? null : new ModelPrimaryContainerModelDataSourceArgs { S3DataSources = [Source(one.Track.Model!, one.Files)] },
                Environment = config.Environment.Count == 0 ? null : Foundation.Tags.ToInput(config.Environment),
            },
        }))];
    }

    private static ModelVpcConfigArgs Place(ComponentContext context)
    {
        var network = context.Expansion.Foundations.Aws.Network;
        var group = AwsEgressGroup.Add(context, network);
        return new ModelVpcConfigArgs { SecurityGroupIds = [group.Id], Subnets = network.PrivateSubnetIds };
    }

    /// <summary>One packed file, or all files below a path.</summary>
    private static ModelPrimaryContainerModelDataSourceS3DataSourceArgs Source(string written, ModelFiles files) => written.EndsWith(".tar.gz", StringComparison.Ordinal)
        ? new() { S3Uri = files.Uri, S3DataType = "S3Object", CompressionType = "Gzip" }
        : new() { S3Uri = written.EndsWith('/') && files.Store is null ? files.Uri : Output.Format($"{files.Uri}/"), S3DataType = "S3Prefix", CompressionType = "None" };
}
