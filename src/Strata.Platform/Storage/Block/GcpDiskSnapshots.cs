using Strata.Gcp.Compute;
using Strata.Gcp.Compute.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Storage;

/// <summary>
/// Daily snapshots of a storage class's disks. The schedule is a resource policy; disks come and go with volume claims, so a routine
/// attaches the policy to the new ones.
/// </summary>
internal static class GcpDiskSnapshots
{
    /// <param name="label">The value of <see cref="GcpBlockStorage.Label"/> on the class's disks.</param>
    public static void Add(BlockStorage config, ComponentContext context, string label)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var name = $"{context.Name}-snapshots";
        var policy = context.Scope.Add(new ResourcePolicy(name, new ResourceOptions { DependsOn = [gcp.Api("compute")] })
        {
            Name = context.Named(GcpNames.Compute, "snapshots"),
            Region = gcp.Region,
            SnapshotSchedulePolicy = new ResourcePolicySnapshotSchedulePolicyArgs
            {
                Schedule = new ResourcePolicySnapshotSchedulePolicyScheduleArgs
                {
                    DailySchedule = new ResourcePolicySnapshotSchedulePolicyScheduleDailyScheduleArgs { DaysInCycle = 1, StartTime = "02:00" },
                },
                RetentionPolicy = new ResourcePolicySnapshotSchedulePolicyRetentionPolicyArgs
                {
                    MaxRetentionDays = config.KeepSnapshots,
                    OnSourceDiskDelete = "KEEP_AUTO_SNAPSHOTS",
                },
                SnapshotProperties = new ResourcePolicySnapshotSchedulePolicySnapshotPropertiesArgs { StorageLocations = gcp.Region },
            },
        });
        GcpRoutine.Add(
            context.Scope,
            context.Expansion,
            name,
            [context.Name, "snapshots"],
            ["compute.disks.list", "compute.disks.addResourcePolicies", "compute.resourcePolicies.use"],
            "30 * * * *",
            GcpRoutine.Call(
                "list",
                "get",
                $"https://compute.googleapis.com/compute/v1/projects/{gcp.Project}/aggregated/disks",
                query: new ValueMap { ["filter"] = $"labels.{GcpBlockStorage.Label}={label}" },
                result: "all"),
            For("zone", "${keys(all.body.items)}", For("disk", "${default(map.get(all.body.items[zone], \"disks\"), [])}", GcpRoutine.Step("check", new ValueMap
            {
                ["switch"] = Value.List(Unattached(policy)),
            }))));
    }

    private static Value For(string variable, string list, Value step) => GcpRoutine.Step($"each_{variable}", new ValueMap
    {
        ["for"] = new ValueMap { ["value"] = variable, ["in"] = list, ["steps"] = Value.List(step) },
    });

    private static Value Unattached(ResourcePolicy policy) => new ValueMap
    {
        ["condition"] = Output.Format($"${{not(\"{policy.SelfLink}\" in default(map.get(disk, \"resourcePolicies\"), []))}}"),
        ["steps"] = Value.List(GcpRoutine.Call(
            "attach",
            "post",
            "${disk.selfLink + \"/addResourcePolicies\"}",
            body: new ValueMap { ["resourcePolicies"] = Value.List(policy.SelfLink) })),
    };
}
