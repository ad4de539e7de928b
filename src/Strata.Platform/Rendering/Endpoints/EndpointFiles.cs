using Strata.Graph;
using Strata.Platform.Endpoints;

namespace Strata.Platform.Rendering;

/// <summary>
/// What brings a new version of a model live between two runs of Pulumi. The graph's own resources are what is deployed, so that the stack
/// file stays the one place that says which model answers.
/// </summary>
internal static class EndpointFiles
{
    public static IEnumerable<RenderedFile> Render(RenderContext context) => context.Stack.Components.OfType<EndpointConfig>().SelectMany(config => (config, context.HandleOf<EndpointHandle>(config)) switch
    {
        (_, null) => [],
        (ClusterEndpoint { Mode: EndpointMode.Online } on, _) => [.. ClusterDeployFiles.Render(on, context), .. RolloutFiles.Render(config, context)],
        (ClusterEndpoint on, _) => ClusterBatchFiles.Render(on, context),
        (SageMakerEndpoint on, SageMakerHandle) => [.. SageMakerDeployFiles.Render(on, context), .. RolloutFiles.Render(config, context)],
        (SageMakerEndpoint on, _) => SageMakerBatchFiles.Render(on, context),
        (VertexEndpoint on, VertexHandle handle) => [.. VertexDeployFiles.Render(on, handle, context), .. RolloutFiles.Render(config, context)],
        (VertexEndpoint on, VertexBatchHandle handle) => VertexBatchFiles.Render(on, handle, context),
        _ => Enumerable.Empty<RenderedFile>(),
    });

    public static string Folder(EndpointConfig config) => $"endpoints/{config.Name}";

    /// <summary>What messages call it.</summary>
    public static string What(EndpointConfig config) => $"the endpoint '{config.Name}'";

    /// <summary>The resources of an endpoint, in the order of the graph.</summary>
    public static IEnumerable<Resource> ResourcesOf(EndpointConfig config, RenderContext context) => context.Expanded.Graph.Resources.Where(resource => IsIn(resource, config.Name));

    public static Value? Input(this Resource resource, string name) => resource.InputProperties.FirstOrDefault(property => property.Name == name).Value;

    private static bool IsIn(Resource resource, string endpoint) =>
        resource.ResourceOptions.Parent is { } parent && ((parent.LogicalName == endpoint && parent.TypeToken.StartsWith("strata:endpoint:", StringComparison.Ordinal)) || IsIn(parent, endpoint));
}
