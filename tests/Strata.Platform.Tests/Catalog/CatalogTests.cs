using System.Text.RegularExpressions;
using Strata.Platform.Catalog;

namespace Strata.Platform.Tests.Catalog;

public sealed class CatalogTests
{
    public static TheoryData<string> Charts => [.. HelmCharts.All.Select(c => c.Key)];

    public static TheoryData<string> Images => [.. ContainerImages.All.Select(i => i.Key)];

    [Fact]
    public void A_chart_of_a_repository_is_named_by_repository_and_name()
    {
        var chart = HelmCharts.Get("cert-manager");
        Assert.Equal(("https://charts.jetstack.io", "cert-manager"), (chart.RepositoryUrl, chart.ChartReference));
    }

    [Fact]
    public void A_chart_of_a_container_registry_is_one_address()
    {
        var chart = HelmCharts.Get("kueue");
        Assert.Equal((null, "oci://registry.k8s.io/kueue/charts/kueue"), (chart.RepositoryUrl, chart.ChartReference));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Every_chart_is_pinned_licensed_and_sourced(string key)
    {
        var chart = HelmCharts.Get(key);
        Assert.Matches(@"^(https|oci)://[a-z0-9.-]+(/[A-Za-z0-9._/-]*)?$", chart.Repository);
        Assert.Matches(@"^v?\d+\.\d+\.\d+$", chart.Version);
        Assert.NotEmpty(chart.AppVersion);
        Assert.NotEmpty(chart.Licence);
        Assert.Matches(@"^[a-z0-9-]{1,63}$", chart.Namespace);
        Assert.Matches(@"^\d{4}-\d\d-\d\d$", chart.Source.AsOf);
        Assert.DoesNotContain("bitnami", chart.Repository, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Images))]
    public void Every_image_is_of_one_release_and_sourced(string key)
    {
        var image = ContainerImages.Get(key);
        Assert.Matches(@"^[a-z0-9.-]+\.[a-z]+/[a-z0-9/._-]+:[A-Za-z0-9._-]+$", image.Reference);
        Assert.Matches(@"\d+\.\d+|^RELEASE\.\d{4}", image.Tag);
        Assert.Matches(@"^\d{4}-\d\d-\d\d$", image.Source.AsOf);
        Assert.NotEmpty(image.Licence);
    }

    [Fact]
    public void Keys_are_unique()
    {
        Assert.Equal(HelmCharts.All.Length, HelmCharts.All.DistinctBy(c => c.Key).Count());
        Assert.Equal(ContainerImages.All.Length, ContainerImages.All.DistinctBy(i => i.Key).Count());
    }

    [Theory]
    [InlineData("slurm-operator-crds", "slurm-operator")]
    [InlineData("karpenter-crd", "karpenter")]
    [InlineData("kserve-crd", "kserve")]
    [InlineData("istio-base", "istiod")]
    [InlineData("rook-ceph", "rook-ceph-cluster")]
    [InlineData("seldon-core-v2-crds", "seldon-core-v2-setup")]
    public void Charts_that_belong_together_have_one_version(string one, string other) =>
        Assert.Equal(HelmCharts.Get(one).Version, HelmCharts.Get(other).Version);

    [Fact]
    public void What_is_not_in_the_catalog_is_a_mistake_of_the_component()
    {
        Assert.Throws<ArgumentException>(() => HelmCharts.Get("kueu"));
        Assert.Throws<ArgumentException>(() => ContainerImages.Get("kueu"));
    }

    [Fact]
    public void Kubernetes_versions_go_down_and_the_default_is_offered_everywhere()
    {
        Assert.All([KubernetesVersions.Eks, KubernetesVersions.Gke], versions =>
        {
            Assert.Equal(versions.OrderByDescending(v => v.EndOfStandardSupport, StringComparer.Ordinal).ToList(), versions.ToList());
            Assert.Contains(versions, v => v.Version == KubernetesVersions.Default);
            Assert.All(versions, v => Assert.Matches(new Regex(@"^1\.\d+$"), v.Version));
        });
    }

    [Fact]
    public void The_command_line_of_the_cluster_has_the_version_of_the_cluster() =>
        Assert.StartsWith($"v{KubernetesVersions.Default}.", ContainerImages.Get("kubectl").Tag, StringComparison.Ordinal);

    [Fact]
    public void Add_ons_that_call_AWS_have_a_service_account()
    {
        Assert.Equal(("kube-system", "ebs-csi-controller-sa"), EksAddons.ServiceAccount(EksAddons.EbsCsiDriver));
        Assert.Null(EksAddons.ServiceAccount(EksAddons.CoreDns));
    }
}
