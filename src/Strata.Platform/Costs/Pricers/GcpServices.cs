namespace Strata.Platform.Costs.Pricers;

/// <summary>Services that cost by use, or whose price follows from what they do inside.</summary>
internal static class GcpServices
{
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

    public static Pricer Pricer { get; } = new([.. ByUse.Select(use => use.Type)], (resource, context) =>
        Array.Find(ByUse, use => use.Type == resource.TypeToken) is var (_, what, use) ? [context.Usage(resource, what, use)] : []);
}
