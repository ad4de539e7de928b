namespace Strata.Platform.Catalog;

/// <summary>Finds the hosts of a TPU slice.</summary>
internal static class TpuHost
{
    public static MachineAnswer Find(Cloud cloud, TpuRequest tpu, string? region)
    {
        if (cloud != Cloud.Gcp)
        {
            return new MachineAnswer.Refused(at => MachineErrors.NotOnThisCloud(at, $"TPU {tpu.Type}", cloud.Title(), [Cloud.Gcp.Word()], MachineWords.GpusOf(cloud)));
        }

        if (Accelerators.Find(tpu.Type) is not { Kind: AcceleratorKind.Tpu } accelerator)
        {
            return new MachineAnswer.Refused(at => MachineErrors.UnknownAccelerator(at, tpu.Type, MachineWords.Tpus));
        }

        if (TpuSlice.Find(accelerator, tpu.Topology) is not { } slice)
        {
            return new MachineAnswer.Refused(at => MachineErrors.UnknownTopology(at, tpu.Type, tpu.Topology, TpuSlice.Topologies(accelerator)));
        }

        return Availability.MayOffer(slice.Machine, region)
            ? MachineResolver.Found(slice.Machine, region, slice)
            : new MachineAnswer.Refused(at => MachineErrors.NotInRegion(
                at, $"TPU {tpu.Type}", region!, MachineWords.NearestFirst(region!, Availability.Regions(slice.Machine)), MachineWords.AcceleratorsIn(cloud, region!), MachineSources.GcpTpuZones.AsOf!));
    }
}
