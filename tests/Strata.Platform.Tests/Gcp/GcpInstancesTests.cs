using Strata.Gcp.Compute;
using Strata.Graph;

namespace Strata.Platform.Tests.Gcp;

public sealed class GcpInstancesTests
{
    [Theory]
    [InlineData("min: 3, max: 2", "STR354")]
    [InlineData("min: 0, max: 2", "STR350")]
    [InlineData("min: 1, max: 2, offHours: { stop: \"0 19 * * *\" }", "STR350")]
    [InlineData("image: ami-0123456789", "STR350")]
    [InlineData("disk: 5Gi", "STR357")]
    public void What_Compute_Engine_cannot_do_is_refused(string settings, string code) =>
        Assert.Equal(code, GcpStack.Problem(Machines(settings)).Code);

    [Fact]
    public void A_machine_has_no_public_address_and_no_keys_of_others()
    {
        var machine = GcpStack.Fine(Machines("max: 1")).OfType<Instance>().Single();
        Assert.Null(ResourceValues.At(machine, "networkInterfaces.0.accessConfigs"));
        Assert.Equal(("TRUE", "TRUE"), (Text(machine, "metadata.enable-oslogin"), Text(machine, "metadata.block-project-ssh-keys")));
    }

    [Fact]
    public void A_machine_with_a_GPU_has_its_driver_and_stands_still_for_maintenance()
    {
        var machine = GcpStack.Fine("strata:compute:\n  vm: { kind: instances, machine: { gpu: { type: t4 } } }\n").OfType<Instance>().Single();
        Assert.Equal("nvidia-tesla-t4", Text(machine, "guestAccelerators.0.type"));
        Assert.Equal("True", Text(machine, "metadata.install-nvidia-driver"));
        Assert.Equal("TERMINATE", Text(machine, "scheduling.onHostMaintenance"));
    }

    [Fact]
    public void A_spot_machine_is_stopped_and_not_lost()
    {
        var machine = GcpStack.Fine(Machines("spot: true")).OfType<Instance>().Single();
        Assert.Equal(("SPOT", "STOP"), (Text(machine, "scheduling.provisioningModel"), Text(machine, "scheduling.instanceTerminationAction")));
    }

    [Fact]
    public void Off_hours_wait_until_Compute_Engine_may_stop_machines()
    {
        var resources = GcpStack.Fine(Machines("offHours: { stop: \"0 19 * * *\", timeZone: Europe/Helsinki }"));
        var policy = resources.OfType<ResourcePolicy>().Single();
        Assert.Equal(("0 19 * * *", "Europe/Helsinki"), (Text(policy, "instanceSchedulePolicy.vmStopSchedule.schedule"), Text(policy, "instanceSchedulePolicy.timeZone")));
        Assert.Null(ResourceValues.At(policy, "instanceSchedulePolicy.vmStartSchedule"));
        Assert.Contains(resources.OfType<Instance>().Single().ResourceOptions.DependsOn, r => r.LogicalName.EndsWith("compute-instanceAdmin-v1", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_machines_with_hours_share_the_one_grant()
    {
        var resources = GcpStack.Fine("strata:compute:\n" + string.Concat(new[] { "a", "b" }.Select(name => $"  {name}: {{ kind: instances, machine: {{ cpu: 2 }}, offHours: {{ stop: \"0 19 * * *\" }} }}\n")));
        Assert.Single(resources, r => r.LogicalName.EndsWith("compute-instanceAdmin-v1", StringComparison.Ordinal));
        Assert.All(resources.OfType<Instance>(), vm => Assert.Contains(vm.ResourceOptions.DependsOn, r => r.LogicalName.EndsWith("compute-instanceAdmin-v1", StringComparison.Ordinal)));
    }

    [Fact]
    public void Several_machines_are_a_group_that_grows_with_its_load()
    {
        var resources = GcpStack.Fine(Machines("min: 2, max: 6"));
        Assert.Empty(resources.OfType<Instance>());
        var scaler = resources.OfType<RegionAutoscaler>().Single();
        Assert.Equal(6, ((NumberValue)ResourceValues.At(scaler, "autoscalingPolicy.maxReplicas")!).Number);
        Assert.Single(resources.OfType<HealthCheck>());
    }

    [Theory]
    [InlineData("dev", 2)]
    [InlineData("prod", 1)]
    public void Who_works_may_sign_in_as_the_machines(string environment, int people) => Assert.Equal(people, GcpStack
        .Fine("strata:access: { admins: [leads@acme.example], members: [ml@acme.example] }\n" + Machines("max: 1"), environment)
        .Count(r => r.TypeToken == "gcp:serviceaccount/iAMMember:IAMMember" && r.LogicalName.StartsWith("vm-machines-", StringComparison.Ordinal)));

    private static string Machines(string settings) => $"strata:compute:\n  vm: {{ kind: instances, machine: {{ cpu: 4, memory: 16Gi }}, {settings} }}\n";

    private static string? Text(Resource resource, string path) => (ResourceValues.At(resource, path) as TextValue)?.Text;
}
