using Strata.Gcp.Compute;
using Strata.Gcp.Compute.Inputs;
using Strata.Graph;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>A group of the same machines over the region, as many as their load needs; what does not answer is made anew.</summary>
internal static class GcpInstanceGroup
{
    /// <summary>A region has this many zones in Compute Engine's eyes; while a group is updated it grows by whole rounds of them.</summary>
    private const int Zones = 3;

    /// <param name="zones">The zones that have the machine; empty for all of the region's.</param>
    public static GcpInstancesHandle Add(Instances config, GcpMachinePlan machine, IReadOnlyList<string> zones)
    {
        var context = machine.Context;
        var (gcp, name) = (context.Expansion.Foundations.Gcp, context.Name);
        var template = GcpMachineTemplate.Add(machine, name);
        var check = context.Scope.Add(new HealthCheck(name, new ResourceOptions { DependsOn = [gcp.Api("compute")] })
        {
            Name = context.Named(GcpNames.Compute),
            CheckIntervalSec = 30,
            TimeoutSec = 10,
            UnhealthyThreshold = 5,
            TcpHealthCheck = new HealthCheckTcpHealthCheckArgs { Port = 22 },
        });
        Resource[] after = [.. gcp.Network.Ready, .. GcpRights.Of(context, machine.Account)];
        var group = context.Scope.Add(new RegionInstanceGroupManager(name, new ResourceOptions { DependsOn = after, IgnoreChanges = ["targetSize"] })
        {
            Name = context.Named(GcpNames.Compute),
            Region = gcp.Region,
            BaseInstanceName = context.Named(GcpNames.Compute with { MaxLength = 58 }),
            Versions = [new RegionInstanceGroupManagerVersionArgs { InstanceTemplate = template.SelfLinkUnique }],
            DistributionPolicyZones = zones.Count == 0 ? null : [.. zones],

            // Wherever there is room: spare capacity and GPUs seldom are in equal parts.
            DistributionPolicyTargetShape = "ANY",
            UpdatePolicy = new RegionInstanceGroupManagerUpdatePolicyArgs
            {
                Type = "PROACTIVE",
                MinimalAction = "REPLACE",
                InstanceRedistributionType = "NONE",
                MaxSurgeFixed = machine.HasGpu ? 0 : Math.Max(zones.Count, Zones),
                MaxUnavailableFixed = machine.HasGpu ? Math.Max(zones.Count, 1) : 0,
            },
            AutoHealingPolicies = new RegionInstanceGroupManagerAutoHealingPoliciesArgs { HealthCheck = check.Id, InitialDelaySec = 600 },
        });
        context.Scope.Add(new RegionAutoscaler(name)
        {
            Name = context.Named(GcpNames.Compute),
            Region = gcp.Region,
            Target = group.Id,
            AutoscalingPolicy = new RegionAutoscalerAutoscalingPolicyArgs
            {
                MinReplicas = config.Min,
                MaxReplicas = config.Max,
                CooldownPeriod = 300,
                CpuUtilization = new RegionAutoscalerAutoscalingPolicyCpuUtilizationArgs { Target = 0.6 },
            },
        });
        return new GcpInstancesHandle(group.Name, gcp.Region, machine.Account.Email);
    }
}
