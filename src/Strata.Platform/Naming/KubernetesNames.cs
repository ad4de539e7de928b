using System.Collections.Immutable;
using Strata.Platform.Catalog;

namespace Strata.Platform.Naming;

/// <summary>What Kubernetes objects may be called.</summary>
public static class KubernetesNames
{
    private static readonly FactSource Names = NameSources.Kubernetes;

    /// <summary>Namespaces, and what ends up in a label or a host name: deployments, jobs, inference services.</summary>
    public static NameRule Label { get; } = new("Kubernetes name", 63, "-", Names);

    /// <summary>A service is a host name and begins with a letter; what makes services (Ray, KServe) should keep to it as well.</summary>
    public static NameRule Service { get; } = new("Kubernetes service", 63, "-", Names) { LetterFirst = true };

    /// <summary>Config maps, secrets, volume claims, service accounts, roles and most custom resources. Dots are allowed, and not used.</summary>
    public static NameRule Object { get; } = new("Kubernetes object", 253, "-.", Names) { SingleMarks = true };

    /// <summary>A cron job names its jobs after itself and appends 11 characters.</summary>
    public static NameRule CronJob { get; } = new("cron job", 52, "-", FactSource.NotReread("https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/"));

    /// <summary>Its pods carry the label <c>controller-revision-hash</c>: the name, a hyphen and up to 10 characters.</summary>
    public static NameRule StatefulSet { get; } = new("stateful set", 52, "-", FactSource.NotReread("https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/"));

    public static NameRule HelmRelease { get; } = new("Helm release", 53, "-", new("helm/helm: internal/chart/v3/util/validate_name.go", "2026-08-20"));

    public static ImmutableArray<NameRule> All { get; } = [Label, Service, Object, CronJob, StatefulSet, HelmRelease];
}
