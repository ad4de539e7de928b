namespace Strata.Platform.Compute;

/// <summary>What runs once in a cluster and serves all who use it.</summary>
public enum ClusterOperator
{
    /// <summary>Queues for batch work.</summary>
    Kueue,

    /// <summary>Jobs of several kinds of pods.</summary>
    Jobset,

    /// <summary>Certificates.</summary>
    CertManager,

    /// <summary>Secrets from a vault.</summary>
    ExternalSecrets,

    /// <summary>Drivers, device plugin and metrics of NVIDIA GPUs.</summary>
    Nvidia,

    /// <summary>Prometheus and Grafana.</summary>
    Monitoring,

    /// <summary>Postgres databases (CloudNativePG), with backups to object stores.</summary>
    Postgres,

    /// <summary>Scaling by events and queues (KEDA).</summary>
    Keda,

    /// <summary>Ray clusters, jobs and services (KubeRay).</summary>
    Ray,

    /// <summary>Spark applications (Kubeflow Spark Operator).</summary>
    Spark,

    /// <summary>Workflows (Argo Workflows).</summary>
    ArgoWorkflows,

    /// <summary>Events that start workflows (Argo Events).</summary>
    ArgoEvents,

    /// <summary>The kind of object by which Kubeflow Pipelines starts pipelines by time; each team runs the servers itself.</summary>
    KubeflowPipelines,

    /// <summary>Slurm clusters (Slinky).</summary>
    Slurm,

    /// <summary>Model servers (KServe).</summary>
    Kserve,

    /// <summary>Model servers and experiments (Seldon Core 2).</summary>
    Seldon,

    /// <summary>Roles of AWS for pods of a cluster that is not on AWS (Amazon's pod identity webhook).</summary>
    AwsIdentity,

    /// <summary>Service accounts of Google Cloud for pods of a cluster that is not there (a webhook for workload identity federation).</summary>
    GoogleIdentity,
}
