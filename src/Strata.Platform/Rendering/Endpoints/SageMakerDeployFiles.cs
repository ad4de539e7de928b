using Strata.Graph;
using Strata.Platform.Endpoints;
using Strata.Platform.Foundation;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>
/// An endpoint of SageMaker: models, what they run on and how the service moves to them, as calls to its API, and the step that makes them.
/// </summary>
internal static class SageMakerDeployFiles
{
    public static IEnumerable<RenderedFile> Render(SageMakerEndpoint config, RenderContext context)
    {
        var resources = EndpointFiles.ResourcesOf(config, context).ToList();
        var configuration = resources.Single(resource => resource.TypeToken == "aws:sagemaker/endpointConfiguration:EndpointConfiguration");
        var endpoint = resources.Single(resource => resource.TypeToken == "aws:sagemaker/endpoint:Endpoint");
        var models = new ValueMap();
        var on = Configuration(configuration, models, config, context);
        var description = new ValueMap
        {
            ["models"] = models,
            ["configuration"] = on,
            ["deployment"] = endpoint.Input("deploymentConfig") is { } policy ? ApiNames.Of(Known(policy, config, context)) : null,
            ["tags"] = Value.List(Tags.Of(context.Stack).Select(tag => (Value)new ValueMap { ["Key"] = tag.Key, ["Value"] = tag.Value })),
        };
        yield return new RenderedFile($"{EndpointFiles.Folder(config)}/deployment.json", JsonText.Of(description), "endpoints/deployment");
        var model = new TemplateMap(
            new("name", config.Name),
            new("stack", context.Stack.Name),
            new("region", context.Stack.Providers.AwsRegion),
            new("endpoint", context.Known(context.HandleOf<SageMakerHandle>(config)!.Name, EndpointFiles.What(config), config.KeySpan)));
        if (context.File($"{EndpointFiles.Folder(config)}/deploy.py", "endpoints/deploy_sagemaker.py.sbn", model) is { } file)
        {
            yield return file;
        }
    }

    /// <summary>What models run on; each model is put into <paramref name="models"/> under its variant's name.</summary>
    private static ObjectValue Configuration(Resource configuration, ValueMap models, EndpointConfig config, RenderContext context) => new(
    [
        .. configuration.InputProperties.Where(property => property.Name != "namePrefix").Select(property => ApiNames.Of(property.Name.EndsWith("roductionVariants", StringComparison.Ordinal)
            ? property with { Value = Value.List(((ListValue)property.Value).Items.Select(variant => Variant((ObjectValue)variant, models, config, context))) }
            : property with { Value = Known(property.Value, config, context) })),
    ]);

    private static ObjectValue Variant(ObjectValue variant, ValueMap models, EndpointConfig config, RenderContext context)
    {
        var model = ((ReferenceValue)variant["modelName"]!).Resource;
        models[((TextValue)variant["variantName"]!).Text] = new ObjectValue(
        [
            .. model.InputProperties.Select(property => ApiNames.Of(property with
            {
                // What is deployed must be known; where it runs, the live model says too.
                Value = property.Name == "primaryContainer" ? ClusterObject.Known(property.Value, config, context) : Known(property.Value, config, context),
            })),
        ]);
        return new ObjectValue([.. variant.Properties.Where(property => property.Name != "modelName").Select(property => property with { Value = Known(property.Value, config, context) })]);
    }

    /// <summary>What only AWS knows is taken from what is live, at the same place.</summary>
    public static Value Known(Value value, EndpointConfig config, RenderContext context) => KnownTree.Of(value, context.Stack, _ => new ValueMap { ["$live"] = true });
}
