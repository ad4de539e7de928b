using Strata.Graph;
using Strata.Platform.Endpoints;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>Batch transforms of SageMaker: the job that the schedule starts, and a program that starts one now and waits for its end.</summary>
internal static class SageMakerBatchFiles
{
    public static IEnumerable<RenderedFile> Render(SageMakerEndpoint config, RenderContext context)
    {
        var machine = EndpointFiles.ResourcesOf(config, context).Single(resource => resource.TypeToken == "aws:sfn/stateMachine:StateMachine");
        var definition = (ObjectValue)((JsonTextValue)machine.Input("definition")!).Content;
        var parameters = (ObjectValue)((ObjectValue)((ObjectValue)definition["States"]!)["Score"]!)["Parameters"]!;
        var job = new ValueMap();
        foreach (var (name, value) in parameters.Properties.Where(property => !property.Name.EndsWith(".$", StringComparison.Ordinal)))
        {
            job[name] = SageMakerDeployFiles.Known(value, config, context);
        }

        yield return new RenderedFile($"{EndpointFiles.Folder(config)}/transform-job.json", JsonText.Of(job), "endpoints/transform-job");
        var model = new TemplateMap(
            new("name", config.Name),
            new("stack", context.Stack.Name),
            new("region", context.Stack.Providers.AwsRegion),
            new("state_machine", context.Known(context.HandleOf<SageMakerBatchHandle>(config)!.StateMachine, EndpointFiles.What(config), config.KeySpan)));
        if (context.File($"{EndpointFiles.Folder(config)}/run.py", "endpoints/run_transform.py.sbn", model) is { } file)
        {
            yield return file;
        }
    }
}
