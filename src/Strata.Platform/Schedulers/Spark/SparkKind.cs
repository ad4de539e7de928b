using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

/// <summary>Apache Spark, on every cloud.</summary>
internal static class SparkKind
{
    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<SparkConfig>("schedulers", "spark", "strata:scheduler:Spark", new EngineFacts(
            "Apache Spark", Maturity.Stable, "Apache-2.0",
            "You upgrade the Spark operator, and build images of Spark with the connectors for your storage.",
            new FactSource("kubeflow/spark-operator: tag v2.5.2", "2026-07-30")))
        .Managed<SparkConfig>(Cloud.Aws, AwsSpark.Expand)
        .SelfHosted<SparkConfig>(Cloud.Aws, SparkOnCluster.Expand)
        .Prefer(Cloud.Aws, managed: true, "EMR Serverless costs nothing while nothing runs, and has the connectors for S3 and Glue.")
        .Managed<SparkConfig>(Cloud.Gcp, GcpSpark.Expand)
        .SelfHosted<SparkConfig>(Cloud.Gcp, SparkOnCluster.Expand)
        .Prefer(Cloud.Gcp, managed: true, "Dataproc stops when nothing runs, and has the connectors for Cloud Storage and BigQuery.")
        .SelfHosted<SparkConfig>(Cloud.Kubernetes, SparkOnCluster.Expand)
        .RefuseManaged(Cloud.Kubernetes, "Nobody runs Spark for you on your own hardware.", "Set 'managed: false': the stack's cluster runs it by the Spark operator.");
}
