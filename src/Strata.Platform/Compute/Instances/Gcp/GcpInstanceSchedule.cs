using Strata.Gcp.Compute;
using Strata.Gcp.Compute.Inputs;
using Strata.Gcp.Projects;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>Stops a machine and starts it again by the clock.</summary>
/// <param name="Policy">The schedule, for the machine's resource policies.</param>
/// <param name="After">What the machine waits for before it can have the schedule.</param>
internal sealed record GcpInstanceSchedule(ResourcePolicy Policy, IReadOnlyList<Resource> After)
{
    /// <summary>What Compute Engine's own account needs to start and stop machines; it has it not by itself.</summary>
    private const string Role = "roles/compute.instanceAdmin.v1";

    public static GcpInstanceSchedule Add(ComponentContext context, OffHours hours)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var agent = gcp.Agents.MemberOf("compute");
        gcp.Roles.Give(context.Scope, agent, [Role]);
        var policy = context.Scope.Add(new ResourcePolicy($"{context.Name}-hours", new ResourceOptions { DependsOn = [gcp.Api("compute")] })
        {
            Name = context.Named(GcpNames.Compute, "hours"),
            Region = gcp.Region,
            InstanceSchedulePolicy = new ResourcePolicyInstanceSchedulePolicyArgs
            {
                TimeZone = hours.TimeZone.Text,
                VmStopSchedule = new ResourcePolicyInstanceSchedulePolicyVmStopScheduleArgs { Schedule = hours.Stop.Text },
                VmStartSchedule = hours.Start is { } start ? new ResourcePolicyInstanceSchedulePolicyVmStartScheduleArgs { Schedule = start.Text } : null,
            },
        });

        // Given once for the stack, maybe by another of its machines.
        return new GcpInstanceSchedule(policy, [.. context.Scope.Resources.OfType<IAMMember>().Where(binding => IsAgents(binding, agent))]);
    }

    private static bool IsAgents(IAMMember binding, Input<string> agent) =>
        binding.InputProperties.Any(p => p is { Name: "role", Value: TextValue { Text: Role } })
        && binding.InputProperties.Any(p => p.Name == "member" && ReferenceEquals(p.Value, agent.Value));
}
