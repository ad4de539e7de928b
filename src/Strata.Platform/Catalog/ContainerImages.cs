using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>The images the platform runs itself.</summary>
public static class ContainerImages
{
    private static readonly FactSource Official = new("docker-library/official-images: library/", "2026-08-21");
    private static readonly FactSource MinioChart = new("minio/minio: helm/minio/values.yaml of chart 5.4.0", "2026-02-12");

    private static readonly FactSource Kubeflow = new("kubeflow/pipelines: tag 2.17.0, manifests/kustomize/base", "2026-07-09");

    public static ImmutableArray<ContainerImage> All { get; } =
    [
        new("kubectl", "registry.k8s.io/kubectl", "v1.35.7", "Apache-2.0", new("endoflife-date/endoflife.date: products/google-kubernetes-engine.md (1.35.7)", "2026-08-20")),
        new("mc", "quay.io/minio/mc", "RELEASE.2024-11-21T17-21-54Z", "AGPL-3.0-only", MinioChart),
        new("minio", "quay.io/minio/minio", "RELEASE.2024-12-18T13-15-44Z", "AGPL-3.0-only", MinioChart),
        new("registry", "docker.io/library/registry", "3.1.1", "Apache-2.0", Official),
        new("httpd", "docker.io/library/httpd", "2.4.68-alpine", "Apache-2.0", Official),
        new("postgres", "docker.io/library/postgres", "18.6-alpine", "PostgreSQL", Official),
        new("mysql-8.4", "docker.io/library/mysql", "8.4.11", "GPL-2.0-only", Official),
        new("python-3.12", "docker.io/library/python", "3.12.14-slim", "PSF-2.0", Official),
        new("python-3.13", "docker.io/library/python", "3.13.15-slim", "PSF-2.0", Official),
        new("alpine", "docker.io/library/alpine", "3.24.1", "MIT", Official),
        new("valkey", "docker.io/valkey/valkey", "9.1.1", "BSD-3-Clause", new("valkey-io/valkey-helm: tag valkey-0.11.0, valkey/Chart.yaml", "2026-07-22")),
        new("nvidia-device-plugin", "nvcr.io/nvidia/k8s-device-plugin", "v0.19.3", "Apache-2.0", new("NVIDIA/k8s-device-plugin: gh-pages index.yaml", "2026-08-19")),
        new("neuron-device-plugin", "public.ecr.aws/neuron/neuron-device-plugin", "2.31.0.0", "Apache-2.0", new("https://github.com/aws-neuron/neuron-helm-charts/releases/tag/1.9.0", "2026-07-10")),
        new("feast-feature-server", "quay.io/feastdev/feature-server", "0.66.0", "Apache-2.0", new("feast-dev/feast: tag v0.66.0, infra/feast-operator/dist/install.yaml", "2026-08-21")),
        new("code-server", "docker.io/codercom/code-server", "4.133.0", "MIT", new("coder/code-server: tag v4.133.0", "2026-08-20")),
        new("ray", "docker.io/rayproject/ray", "2.58.0-py312", "Apache-2.0", new("ray-project/kuberay: tag v1.7.0, samples", "2026-08-19")),
        new("spark", "docker.io/apache/spark", "4.1.2-python3", "Apache-2.0", new("apache/spark-docker: versions.json", "2026-06-25")),
        new("pause", "registry.k8s.io/pause", "3.10.1", "Apache-2.0", new("kubernetes/kubernetes: cmd/kubeadm/app/constants/constants.go of release 1.34", "2025-08-27")),
        new("metaflow-service", "docker.io/netflixoss/metaflow_metadata_service", "v2.5.0", "Apache-2.0", new("Netflix/metaflow-service: tag v2.5.0, Dockerfile, and .github/workflows/dockerimage.yml, which pushes the image of each release", "2025-04-11")),
        new("kfp-api-server", "ghcr.io/kubeflow/kfp-api-server", "2.17.0", "Apache-2.0", Kubeflow),
        new("kfp-persistence-agent", "ghcr.io/kubeflow/kfp-persistence-agent", "2.17.0", "Apache-2.0", Kubeflow),
        new("kfp-scheduled-workflow-controller", "ghcr.io/kubeflow/kfp-scheduled-workflow-controller", "2.17.0", "Apache-2.0", Kubeflow),
        new("kfp-frontend", "ghcr.io/kubeflow/kfp-frontend", "2.17.0", "Apache-2.0", Kubeflow),
        new("kfp-driver", "ghcr.io/kubeflow/kfp-driver", "2.17.0", "Apache-2.0", Kubeflow),
        new("kfp-launcher", "ghcr.io/kubeflow/kfp-launcher", "2.17.0", "Apache-2.0", Kubeflow),
        new("kfp-metadata-envoy", "ghcr.io/kubeflow/kfp-metadata-envoy", "2.17.0", "Apache-2.0", Kubeflow),
        new("ml-metadata", "gcr.io/tfx-oss-public/ml_metadata_store_server", "1.14.0", "Apache-2.0", Kubeflow),
        new("fake-gcs-server", "docker.io/fsouza/fake-gcs-server", "1.56.1", "BSD-2-Clause", new("https://pkg.go.dev/github.com/fsouza/fake-gcs-server", "2026-08-24")),
        new("pulumi", "docker.io/pulumi/pulumi", "3.259.0-nonroot", "Apache-2.0", new("pulumi/pulumi: tag v3.259.0, CHANGELOG.md; pulumi/pulumi-docker-containers: tag 3.259.0-nonroot, docker/pulumi/Dockerfile (with .NET 10)", "2026-08-20")),
        new("git-sync", "registry.k8s.io/git-sync/git-sync", "v4.7.1", "Apache-2.0", new("kubernetes/git-sync: tag v4.7.1", "2026-07-20")),
    ];

    /// <exception cref="ArgumentException">The catalog has no such image: a mistake in the component that asks.</exception>
    public static ContainerImage Get(string key) =>
        All.FirstOrDefault(i => i.Key == key) ?? throw new ArgumentException($"The catalog has no container image '{key}'.", nameof(key));
}
