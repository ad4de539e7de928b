using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Gcp;

public sealed class GcpQuotaNeedsTests
{
    [Fact]
    public void Gpus_are_counted_by_kind_and_sale_when_everything_is_as_large_as_it_may_be() => Assert.Equal(
        [
            new("GPUS-PER-GPU-FAMILY-per-project-region", "europe-west4", "NVIDIA_H100", 16),
            new("NVIDIA-L4-GPUS-per-project-region", "europe-west4", null, 5),
            new("PREEMPTIBLE-NVIDIA-A100-GPUS-per-project-region", "europe-west4", null, 8),
            new("GPUS-ALL-REGIONS-per-project", null, null, 29),
        ],
        Needs("""
            strata:compute:
              a: { kind: pool, machine: { gpu: { type: l4 } }, max: 3 }
              b: { kind: instances, machine: { type: g2-standard-8 }, max: 2 }
              c: { kind: pool, machine: { gpu: { type: a100, count: 2 } }, max: 4, queued: true }
              d: { kind: pool, machine: { gpu: { type: h100, count: 8 } }, max: 2 }
              e: { kind: pool, machine: { cpu: 4 }, max: 20 }
            """));

    [Fact]
    public void Stacks_without_gpus_need_none() => Assert.Empty(Needs("strata:compute: { a: { kind: pool, machine: { cpu: 4 }, max: 3 } }"));

    private static IReadOnlyList<GcpQuotaNeed> Needs(string lines)
    {
        var files = new StackFolder
        {
            ["Pulumi.ml-dev.yaml"] = "config:\n  gcp:project: p\n  gcp:region: europe-west4\n  strata:team: ml\n  strata:environment: dev\n  strata:cloud: gcp\n"
                + string.Concat(lines.Split('\n').Select(line => $"  {line}\n")),
        };
        return GcpQuotaNeeds.Of(new StackRepository(files).Bind("ml-dev")!.Model!);
    }
}
