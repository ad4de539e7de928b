using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>Alerts, services that cost by use, and those whose price follows from what they do inside.</summary>
internal static class GcpServices
{
    private const string Alert = "gcp:monitoring/alertPolicy:AlertPolicy";

    private static readonly (string Type, string What, string Use)[] ByUse =
    [
        ("gcp:composer/environment:Environment", "Airflow environment", "how many DCUs its workloads use"),
        ("gcp:vertex/aiEndpoint:AiEndpoint", "endpoint", "which machines models are deployed on, which Vertex AI is told outside of the stack"),
        ("gcp:vertex/aiFeatureOnlineStore:AiFeatureOnlineStore", "online features", "the price of its nodes, and how much is stored"),
        ("gcp:vertex/aiTensorboard:AiTensorboard", "TensorBoard", "how many people use it"),
        ("gcp:cloudrunv2/service:Service", "requests", "how many requests there are and how long they take"),
        ("gcp:cloudrunv2/job:Job", "job", "how long it runs"),
        ("gcp:workflows/workflow:Workflow", "workflow", "how many steps it runs"),
        ("gcp:dataproc/cluster:Cluster", "Spark cluster", "how many machines its autoscaling brings"),
        ("gcp:pubsub/topic:Topic", "messages", "how much is sent"),
        ("gcp:cloudscheduler/job:Job", "schedule", "how many jobs the billing account has"),
    ];

    public static Pricer Pricer { get; } = new([Alert, .. ByUse.Select(use => use.Type)], (resource, context) =>
        resource.TypeToken == Alert ? [Conditions(resource, context)] : Array.Find(ByUse, use => use.Type == resource.TypeToken) is var (_, what, use) ? [context.Usage(resource, what, use)] : []);

    private static CostPart Conditions(Resource alert, CostContext context) =>
        context.Part(alert, "conditions", "monitoring/alert-condition", Amount.Of(alert.At("conditions").AsItems().Length), "conditions");
}
