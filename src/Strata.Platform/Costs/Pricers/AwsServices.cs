using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>Managed Airflow, and services that cost by use.</summary>
internal static class AwsServices
{
    private static readonly (string Type, string What, string Use)[] ByUse =
    [
        ("aws:athena/workgroup:Workgroup", "queries", "how much the queries scan"),
        ("aws:glue/crawler:Crawler", "crawler", "how long it runs"),
        ("aws:glue/job:Job", "job", "how long it runs"),
        ("aws:sfn/stateMachine:StateMachine", "workflow", "how many steps it runs"),
        ("aws:emrserverless/application:Application", "Spark", "how much the jobs use"),
        ("aws:sagemaker/featureGroup:FeatureGroup", "features", "how much is stored, read and written"),
        ("aws:apigatewayv2/api:Api", "requests", "how many requests there are"),
        ("aws:amp/workspace:Workspace", "metrics", "how many samples are taken"),
        ("aws:grafana/workspace:Workspace", "dashboards", "how many people use it"),
    ];

    public static Pricer Pricer { get; } = new(["aws:mwaa/environment:Environment", .. ByUse.Select(use => use.Type)], (resource, context) =>
        resource.TypeToken == "aws:mwaa/environment:Environment" ? Airflow(resource, context) : Array.Find(ByUse, use => use.Type == resource.TypeToken) is var (_, what, use) ? [context.Usage(resource, what, use)] : []);

    /// <summary>The environment has its first worker in it; those above it are paid by the hour.</summary>
    private static IEnumerable<CostPart> Airflow(Resource environment, CostContext context)
    {
        var size = environment.At("environmentClass").AsText() ?? "mw1.small";
        var workers = Amount.Between((decimal)(environment.At("minWorkers").AsNumber() ?? 1) - 1, (decimal)(environment.At("maxWorkers").AsNumber() ?? 1) - 1, CostAssumptions.ShareOfScale);
        yield return context.Always(environment, $"{size} environment", $"mwaa/{size}");
        yield return context.Part(environment, "more workers", $"mwaa-worker/{size}", workers * CostAssumptions.HoursInMonth, "hours");
    }
}
