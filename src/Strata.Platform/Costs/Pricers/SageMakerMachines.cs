using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>Machines of SageMaker: endpoints, notebooks and the MLflow server.</summary>
internal static class SageMakerMachines
{
    public static Pricer Pricer { get; } = new(
        ["aws:sagemaker/endpointConfiguration:EndpointConfiguration", "aws:sagemaker/notebookInstance:NotebookInstance", "aws:sagemaker/mlflowTrackingServer:MlflowTrackingServer", "aws:sagemaker/domain:Domain"],
        (resource, context) => resource.TypeToken switch
        {
            "aws:sagemaker/endpointConfiguration:EndpointConfiguration" => Endpoint(resource, context),
            "aws:sagemaker/notebookInstance:NotebookInstance" => [context.Part(resource, "notebook", $"sagemaker-notebook/{resource.At("instanceType").AsText()}", RunningHours.OfWork, "hours")],
            "aws:sagemaker/mlflowTrackingServer:MlflowTrackingServer" => [context.Always(resource, "MLflow server", $"sagemaker-mlflow/{resource.At("trackingServerSize").AsText()?.ToLowerInvariant() ?? "small"}")],
            _ => [context.Usage(resource, "Studio", "how long people's spaces run, and on which machines")],
        });

    private static IEnumerable<CostPart> Endpoint(Resource configuration, CostContext context)
    {
        var scaling = context.Siblings(configuration, "aws:appautoscaling/target:Target").FirstOrDefault();
        foreach (var variant in configuration.At("productionVariants").AsItems().Concat(configuration.At("shadowProductionVariants").AsItems()))
        {
            if (variant.At("serverlessConfig") is not null)
            {
                yield return context.Usage(configuration, "serverless endpoint", "how many requests there are and how long they take");
                continue;
            }

            var type = variant.At("instanceType").AsText() ?? "an unnamed type";
            var count = (decimal)(variant.At("initialInstanceCount").AsNumber() ?? 1);
            var machines = scaling is null
                ? Amount.Of(count)
                : Amount.Between((decimal)(scaling.At("minCapacity").AsNumber() ?? 1), (decimal)(scaling.At("maxCapacity").AsNumber() ?? 1), CostAssumptions.ShareOfScale);
            yield return context.Part(configuration, $"{type} machines of the endpoint", $"sagemaker/{type}", machines * CostAssumptions.HoursInMonth, "hours");
        }
    }
}
