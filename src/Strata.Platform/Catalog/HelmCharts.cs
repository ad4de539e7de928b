using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>The charts the platform installs, each at a version seen in its repository's index, tags or release page.</summary>
public static class HelmCharts
{
    private const string Apache = "Apache-2.0";
    private const string Argo = "https://argoproj.github.io/argo-helm";
    private const string Eks = "https://aws.github.io/eks-charts";
    private const string Istio = "https://istio-release.storage.googleapis.com/charts";
    private const string KServe = "oci://ghcr.io/kserve/charts";
    private const string Prefect = "https://prefecthq.github.io/prefect-helm";
    private const string Seldon = "https://storage.googleapis.com/seldon-charts";
    private const string Slinky = "oci://ghcr.io/slinkyproject/charts";
    private const string BitnamiNote = "Its PostgreSQL and Redis subcharts pull Bitnami images, which are no longer free to pull: keep them off and bring a database.";
    private const string SeldonNote = "Business Source Licence: production use needs a licence from Seldon.";

    private static readonly FactSource ArgoTags = new("argoproj/argo-helm: tags, charts/*/Chart.yaml", "2026-07-02");
    private static readonly FactSource IstioTag = new("istio/istio: tag 1.30.3", "2026-07-13");
    private static readonly FactSource KServeTag = new("kserve/kserve: tag v0.20.0, charts/*/Chart.yaml", "2026-08-06");
    private static readonly FactSource PrefectIndex = new("PrefectHQ/prefect-helm: gh-pages index.yaml", "2026-08-18");
    private static readonly FactSource SeldonTag = new("SeldonIO/seldon-core: tag v2.10.2, k8s/helm-charts/*/Chart.yaml", "2025-12-18");
    private static readonly FactSource SlinkyTag = new("SlinkyProject/slurm-operator: tag v1.2.1, helm/*/Chart.yaml", "2026-07-30");
    private static readonly FactSource KarpenterTag = new("aws/karpenter-provider-aws: website/content/en/v1.14/getting-started", "2026-08-21");

    public static ImmutableArray<HelmChart> All { get; } =
    [
        // Foundation
        new("cert-manager", "https://charts.jetstack.io", "cert-manager", "v1.21.1", "v1.21.1", Apache, "cert-manager", Tag("cert-manager/cert-manager", "v1.21.1", "2026-07-29")),
        new("external-secrets", "https://charts.external-secrets.io", "external-secrets", "2.9.0", "v2.9.0", Apache, "external-secrets", Tag("external-secrets/external-secrets", "helm-chart-2.9.0", "2026-08-08")),
        new("amazon-eks-pod-identity-webhook", "https://jkroepke.github.io/helm-charts", "amazon-eks-pod-identity-webhook", "2.6.5", "v0.6.17", Apache, "aws-identity", new("jkroepke/helm-charts: charts/amazon-eks-pod-identity-webhook/Chart.yaml", "2026-06-17")),
        new("gcp-workload-identity-federation-webhook", "https://pfnet-research.github.io/gcp-workload-identity-federation-webhook", "gcp-workload-identity-federation-webhook", "0.8.0", "0.8.0", Apache, "google-identity", new("pfnet-research/gcp-workload-identity-federation-webhook: gh-pages, gcp-workload-identity-federation-webhook-0.8.0.tgz", "2026-11-26")),
        new("metrics-server", "https://kubernetes-sigs.github.io/metrics-server", "metrics-server", "3.13.1", "0.8.1", Apache, "kube-system", Tag("kubernetes-sigs/metrics-server", "metrics-server-helm-chart-3.13.1", "2026-06-11")),
        new("oauth2-proxy", "https://oauth2-proxy.github.io/manifests", "oauth2-proxy", "10.7.0", "7.15.3", "MIT", "oauth2-proxy", Tag("oauth2-proxy/manifests", "oauth2-proxy-10.7.0", "2026-06-09")),
        new("traefik", "https://traefik.github.io/charts", "traefik", "41.3.0", "v3.7.11", "MIT", "traefik", Tag("traefik/traefik-helm-chart", "v41.3.0", "2026-08-21")),
        new("velero", "https://vmware-tanzu.github.io/helm-charts", "velero", "12.1.0", "1.18.1", Apache, "velero", Tag("vmware-tanzu/helm-charts", "velero-12.1.0", "2026-06-25")),
        new("argo-cd", Argo, "argo-cd", "10.1.1", "v3.4.4", Apache, "argocd", ArgoTags),
        new("istio-base", Istio, "base", "1.30.3", "1.30.3", Apache, "istio-system", IstioTag),
        new("istiod", Istio, "istiod", "1.30.3", "1.30.3", Apache, "istio-system", IstioTag),
        new("istio-gateway", Istio, "gateway", "1.30.3", "1.30.3", Apache, "istio-ingress", IstioTag),

        // Observability and cost
        new("kube-prometheus-stack", "https://prometheus-community.github.io/helm-charts", "kube-prometheus-stack", "88.5.3", "v0.93.1", Apache, "monitoring", Tag("prometheus-community/helm-charts", "kube-prometheus-stack-88.5.3", "2026-08-21"))
            { Note = "Brings Grafana, which is AGPL-3.0." },
        new("opencost", "https://opencost.github.io/opencost-helm-chart", "opencost", "2.5.17", "1.120.1", Apache, "opencost", Tag("opencost/opencost-helm-chart", "opencost-2.5.17", "2026-04-28")),

        // Nodes, accelerators and drivers
        new("gpu-operator", "https://helm.ngc.nvidia.com/nvidia", "gpu-operator", "v26.3.3", "v26.3.3", Apache, "gpu-operator", new("NVIDIA/gpu-operator: gh-pages stable/index.yaml", "2026-06-23")),
        new("nvidia-device-plugin", "https://nvidia.github.io/k8s-device-plugin", "nvidia-device-plugin", "0.19.3", "0.19.3", Apache, "nvidia-device-plugin", new("NVIDIA/k8s-device-plugin: gh-pages index.yaml", "2026-08-19")),
        new("amd-gpu-operator", "https://rocm.github.io/gpu-operator", "gpu-operator-charts", "v1.5.1", "v1.5.1", Apache, "kube-amd-gpu", new("ROCm/gpu-operator: gh-pages index.yaml", "2026-07-21")),
        new("neuron", "oci://public.ecr.aws/neuron", "neuron-helm-chart", "1.9.0", "1.9.0", Apache, "kube-system", new("https://github.com/aws-neuron/neuron-helm-charts/releases/tag/1.9.0", "2026-07-10")),
        new("karpenter-crd", "oci://public.ecr.aws/karpenter", "karpenter-crd", "1.14.1", "1.14.1", Apache, "kube-system", KarpenterTag),
        new("karpenter", "oci://public.ecr.aws/karpenter", "karpenter", "1.14.1", "1.14.1", Apache, "kube-system", KarpenterTag),
        new("cluster-autoscaler", "https://kubernetes.github.io/autoscaler", "cluster-autoscaler", "9.59.0", "1.35.0", Apache, "kube-system", new("kubernetes/autoscaler: gh-pages index.yaml", "2026-07-21")),
        new("aws-load-balancer-controller", Eks, "aws-load-balancer-controller", "3.5.0", "v3.5.0", Apache, "kube-system", Tag("aws/eks-charts", "v0.0.242", "2026-08-03")),
        new("aws-efa-k8s-device-plugin", Eks, "aws-efa-k8s-device-plugin", "v0.5.30", "v0.5.20", Apache, "kube-system", Tag("aws/eks-charts", "v0.0.242", "2026-08-03")),
        new("aws-efs-csi-driver", "https://kubernetes-sigs.github.io/aws-efs-csi-driver", "aws-efs-csi-driver", "4.4.1", "3.4.1", Apache, "kube-system", Tag("kubernetes-sigs/aws-efs-csi-driver", "helm-chart-aws-efs-csi-driver-4.4.1", "2026-07-23")),
        new("csi-driver-nfs", "https://raw.githubusercontent.com/kubernetes-csi/csi-driver-nfs/master/charts", "csi-driver-nfs", "4.13.4", "4.13.4", Apache, "kube-system", new("kubernetes-csi/csi-driver-nfs: charts/index.yaml", "2026-08-22")),

        // Queueing and jobs
        new("kueue", "oci://registry.k8s.io/kueue/charts", "kueue", "0.19.2", "v0.19.2", Apache, "kueue-system", Tag("kubernetes-sigs/kueue", "v0.19.2", "2026-08-20")),
        new("jobset", "oci://registry.k8s.io/jobset/charts", "jobset", "0.12.0", "v0.12.0", Apache, "jobset-system", Tag("kubernetes-sigs/jobset", "v0.12.0", "2026-05-08")),
        new("lws", "oci://registry.k8s.io/lws/charts", "lws", "0.10.0", "v0.10.0", Apache, "lws-system", Tag("kubernetes-sigs/lws", "v0.10.0", "2026-08-11")),
        new("kuberay-operator", "https://ray-project.github.io/kuberay-helm/", "kuberay-operator", "1.7.0", "v1.7.0", Apache, "kuberay", Tag("ray-project/kuberay", "v1.7.0", "2026-08-19")),
        new("spark-operator", "https://kubeflow.github.io/spark-operator", "spark-operator", "2.5.2", "2.5.2", Apache, "spark-operator", Tag("kubeflow/spark-operator", "v2.5.2", "2026-07-30")),
        new("kubeflow-trainer", "oci://ghcr.io/kubeflow/charts", "kubeflow-trainer", "2.3.0", "2.3.0", Apache, "kubeflow-system", Tag("kubeflow/trainer", "v2.3.0", "2026-08-06")),
        new("keda", "https://kedacore.github.io/charts", "keda", "2.20.2", "2.20.2", Apache, "keda", Tag("kedacore/charts", "v2.20.2", "2026-07-31")),
        new("slurm-operator-crds", Slinky, "slurm-operator-crds", "1.2.1", "1.2.1", Apache, "slinky", SlinkyTag),
        new("slurm-operator", Slinky, "slurm-operator", "1.2.1", "1.2.1", Apache, "slinky", SlinkyTag),
        new("slurm", Slinky, "slurm", "1.2.1", "26.05", "GPL-2.0-or-later", "slurm", SlinkyTag),

        // Storage, databases and registries
        new("cloudnative-pg", "https://cloudnative-pg.github.io/charts", "cloudnative-pg", "0.29.0", "1.30.0", Apache, "cnpg-system", Tag("cloudnative-pg/charts", "cloudnative-pg-v0.29.0", "2026-06-29")),
        new("plugin-barman-cloud", "https://cloudnative-pg.github.io/charts", "plugin-barman-cloud", "0.7.0", "v0.13.0", Apache, "cnpg-system", new("cloudnative-pg/charts: charts/plugin-barman-cloud/Chart.yaml", "2026-08-22"))
            { Note = "Must be in the operator's namespace, and needs cert-manager." },
        new("minio", "https://charts.min.io/", "minio", "5.4.0", "RELEASE.2024-12-18T13-15-44Z", "AGPL-3.0-only", "minio", new("minio/minio: index.yaml", "2026-02-12"))
            { Note = "MinIO's open edition is no longer maintained and gets no security fixes (its repository said so in February 2026): prefer SeaweedFS or Rook for a new cluster." },
        new("seaweedfs", "https://seaweedfs.github.io/seaweedfs/helm", "seaweedfs", "4.44.0", "4.44", Apache, "seaweedfs", new("seaweedfs/seaweedfs: gh-pages helm/index.yaml", "2026-08-22")),
        new("rook-ceph", "https://charts.rook.io/release", "rook-ceph", "v1.20.6", "v1.20.6", Apache, "rook-ceph", Tag("rook/rook", "v1.20.6", "2026-08-20")),
        new("rook-ceph-cluster", "https://charts.rook.io/release", "rook-ceph-cluster", "v1.20.6", "v1.20.6", Apache, "rook-ceph", Tag("rook/rook", "v1.20.6", "2026-08-20")),
        new("valkey", "https://valkey.io/valkey-helm/", "valkey", "0.11.0", "9.1.1", "BSD-3-Clause", "valkey", Tag("valkey-io/valkey-helm", "valkey-0.11.0", "2026-07-22")),
        new("qdrant", "https://qdrant.github.io/qdrant-helm", "qdrant", "1.19.0", "v1.19.0", Apache, "qdrant", Tag("qdrant/qdrant-helm", "qdrant-1.19.0", "2026-08-13")),
        new("harbor", "https://helm.goharbor.io", "harbor", "1.19.1", "2.15.1", Apache, "harbor", Tag("goharbor/harbor-helm", "v1.19.1", "2026-05-12")),

        // Workspaces, schedulers, features and models
        new("jupyterhub", "https://hub.jupyter.org/helm-chart/", "jupyterhub", "4.4.0", "5.5.0", "BSD-3-Clause", "jupyterhub", Tag("jupyterhub/zero-to-jupyterhub-k8s", "4.4.0", "2026-06-10")),
        new("airflow", "https://airflow.apache.org", "airflow", "1.22.0", "3.2.2", Apache, "airflow", new("https://github.com/apache/airflow/releases/tag/helm-chart%2F1.22.0", "2026-06-13"))
            { Note = BitnamiNote },
        new("argo-workflows", Argo, "argo-workflows", "1.0.18", "v4.0.6", Apache, "argo", ArgoTags),
        new("argo-events", Argo, "argo-events", "2.4.22", "v1.9.10", Apache, "argo-events", ArgoTags),
        new("argo-rollouts", Argo, "argo-rollouts", "2.41.0", "v1.9.0", Apache, "argo-rollouts", ArgoTags),
        new("prefect-server", Prefect, "prefect-server", "2026.8.18172642", "3.8.3", Apache, "prefect", PrefectIndex) { Note = BitnamiNote },
        new("prefect-worker", Prefect, "prefect-worker", "2026.8.18172642", "3.8.3", Apache, "prefect", PrefectIndex),
        new("dagster", "https://dagster-io.github.io/helm", "dagster", "1.13.7", "1.13.7", Apache, "dagster", new("dagster-io/dagster: helm/dagster/Chart.yaml, to which a release gives the package's version; docker.io/dagster/dagster-celery-k8s:1.13.7 is there by digest sha256:7e9fa5d3f9724bdf382932f34294dbfe5c9ca550641795dff793d6b59f3cc4ee", "2026-06-01"))
            { Note = BitnamiNote },
        new("mlflow", "https://community-charts.github.io/helm-charts", "mlflow", "1.11.5", "3.15.1", Apache, "mlflow", new("community-charts/helm-charts: gh-pages index.yaml", "2026-08-21"))
            { Note = "A community chart; MLflow publishes none." },
        new("feast-feature-server", "https://feast-helm-charts.storage.googleapis.com", "feast-feature-server", "0.66.0", "v0.66.0", Apache, "feast", Tag("feast-dev/feast", "v0.66.0", "2026-08-21")),

        // Serving
        new("kserve-crd", KServe, "kserve-crd", "v0.20.0", "v0.20.0", Apache, "kserve", KServeTag),
        new("kserve", KServe, "kserve-resources", "v0.20.0", "v0.20.0", Apache, "kserve", KServeTag)
            { Note = "The chart was called 'kserve' before; serving runtimes come with 'kserve-runtime-configs'." },
        new("kserve-runtime-configs", KServe, "kserve-runtime-configs", "v0.20.0", "v0.20.0", Apache, "kserve", KServeTag),
        new("seldon-core-v2-crds", Seldon, "seldon-core-v2-crds", "2.10.2", "2.10.2", "BUSL-1.1", "seldon-mesh", SeldonTag) { Note = SeldonNote },
        new("seldon-core-v2-setup", Seldon, "seldon-core-v2-setup", "2.10.2", "2.10.2", "BUSL-1.1", "seldon-mesh", SeldonTag) { Note = SeldonNote },
        new("seldon-core-v2-runtime", Seldon, "seldon-core-v2-runtime", "2.10.2", "2.10.2", "BUSL-1.1", "seldon-mesh", SeldonTag) { Note = SeldonNote },
        new("seldon-core-v2-servers", Seldon, "seldon-core-v2-servers", "2.10.2", "2.10.2", "BUSL-1.1", "seldon-mesh", SeldonTag) { Note = SeldonNote },
    ];

    /// <exception cref="ArgumentException">The catalog has no such chart: a mistake in the component that asks.</exception>
    public static HelmChart Get(string key) =>
        All.FirstOrDefault(c => c.Key == key) ?? throw new ArgumentException($"The catalog has no Helm chart '{key}'.", nameof(key));

    private static FactSource Tag(string repository, string tag, string date) => new($"{repository}: tag {tag}", date);
}
