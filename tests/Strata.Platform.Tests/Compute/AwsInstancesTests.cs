using Strata.Aws.AutoScaling;
using Strata.Aws.Ec2;
using Strata.Aws.Iam;
using Strata.Graph;

namespace Strata.Platform.Tests.Compute;

public sealed class AwsInstancesTests
{
    private static string Lines(string more, string machine = "{ cpu: 4, memory: 16Gi }") => $"strata:compute: {{ box: {{ kind: instances, machine: {machine}{more} }} }}";

    private static IReadOnlyList<Resource> Box(string more = "", string environment = "dev") => AwsComputeStack.Fine(Lines(more), environment);

    [Fact]
    public void One_is_a_machine_and_more_are_a_group()
    {
        Assert.Single(Box().OfType<Instance>());
        Assert.Empty(Box().OfType<Group>());
        Assert.Empty(Box(", max: 3").OfType<Instance>());
        Assert.Single(Box(", max: 3").OfType<Group>());
    }

    [Fact]
    public void Nobody_reaches_it_from_outside_except_through_Session_Manager()
    {
        var resources = Box();
        var instance = resources.Named<Instance>("box");
        Assert.Equal("false", instance.Text("associatePublicIpAddress"));
        Assert.Equal("required", instance.Text("metadataOptions.httpTokens"));
        Assert.Equal("true", instance.Text("rootBlockDevice.encrypted"));
        Assert.Empty(resources.OfType<Aws.Vpc.SecurityGroupIngressRule>());
        Assert.Contains(resources.OfType<RolePolicyAttachment>(), a => a.Text("policyArn")!.EndsWith("AmazonSSMManagedInstanceCore", StringComparison.Ordinal));
    }

    [Fact]
    public void A_newer_image_does_not_replace_a_machine_with_things_on_its_disk() => Assert.Equal(["ami"], Box().Named<Instance>("box").ResourceOptions.IgnoreChanges);

    [Theory]
    [InlineData("", "{ cpu: 4 }", "al2023-ami-kernel-default-x86_64")]
    [InlineData("", "{ type: m7g.xlarge }", "al2023-ami-kernel-default-arm64")]
    [InlineData("", "{ gpu: { type: l4 } }", "base-oss-nvidia-driver-gpu-amazon-linux-2023")]
    [InlineData(", image: /aws/service/my/image", "{ cpu: 4 }", "/aws/service/my/image")]
    [InlineData(", image: ami-0a1b2c", "{ cpu: 4 }", "ami-0a1b2c")]
    public void The_image_fits_the_machine(string more, string machine, string image)
    {
        Assert.Contains(image, AwsComputeStack.Fine(Lines(more, machine)).Named<Instance>("box").Json("ami"), StringComparison.Ordinal);
        Assert.Contains(image, AwsComputeStack.Fine(Lines(more + ", max: 2", machine)).Named<LaunchTemplate>("box").Text("imageId"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_image_has_a_root_disk_of_its_own_name()
    {
        Assert.Equal("/dev/xvda", Box(", max: 2").Named<LaunchTemplate>("box").Text("blockDeviceMappings[0].deviceName"));
        Assert.Contains("rootDeviceName", Box(", max: 2, image: ami-0a1b2c").Named<LaunchTemplate>("box").Json("blockDeviceMappings"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_spot_machine_stops_when_it_is_wanted_back()
    {
        var instance = Box(", spot: true", "prod").Named<Instance>("box");
        Assert.Equal(("persistent", "stop"), (instance.Text("instanceMarketOptions.spotOptions.spotInstanceType"), instance.Text("instanceMarketOptions.spotOptions.instanceInterruptionBehavior")));
        Assert.Equal("false", instance.Text("disableApiTermination"));
        Assert.Equal("true", Box("", "prod").Named<Instance>("box").Text("disableApiTermination"));
    }

    [Fact]
    public void A_spot_group_mixes_types_of_one_shape()
    {
        var group = Box(", spot: true, max: 4").Named<Group>("box");
        Assert.Null(group.At("launchTemplate"));
        Assert.Equal("0", group.Text("mixedInstancesPolicy.instancesDistribution.onDemandPercentageAboveBaseCapacity"));
        Assert.True(((ListValue)group.At("mixedInstancesPolicy.launchTemplate.overrides")!).Items.Length > 1);
    }

    [Fact]
    public void A_group_follows_its_load_only_where_it_may_change_its_size()
    {
        Assert.Single(Box(", min: 1, max: 4").OfType<Aws.AutoScaling.Policy>());
        Assert.Empty(Box(", min: 4, max: 4").OfType<Aws.AutoScaling.Policy>());
    }

    [Fact]
    public void A_machine_sleeps_by_a_schedule_that_may_touch_nothing_else()
    {
        var resources = Box(", offHours: { stop: \"0 19 * * *\", start: \"0 7 * * mon-fri\", timeZone: Europe/Helsinki }");
        var stop = resources.Named<Aws.Scheduler.Schedule>("box-stop");
        Assert.Equal(("cron(0 19 * * ? *)", "Europe/Helsinki"), (stop.Text("scheduleExpression"), stop.Text("scheduleExpressionTimezone")));
        Assert.Equal("cron(0 7 ? * MON,TUE,WED,THU,FRI *)", resources.Named<Aws.Scheduler.Schedule>("box-start").Text("scheduleExpression"));
        var policy = resources.Named<RolePolicy>("box-schedule-role-policy");
        Assert.True(policy.WaitsFor(resources.Named<Instance>("box")));
        Assert.DoesNotContain("\"*\"", policy.Json("policy"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_that_is_started_by_hand_has_nothing_that_may_start_it()
    {
        var resources = Box(", offHours: { stop: \"0 19 * * *\" }");
        Assert.Single(resources.OfType<Aws.Scheduler.Schedule>());
        Assert.DoesNotContain("StartInstances", resources.Named<RolePolicy>("box-schedule-role-policy").Json("policy"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_is_emptied_so_that_load_cannot_fill_it()
    {
        var resources = Box(", min: 2, max: 6, offHours: { stop: \"0 19 * * 1-5\", start: \"0 7 * * 1-5\" }");
        var (stop, start) = (resources.Named<Schedule>("box-stop"), resources.Named<Schedule>("box-start"));
        Assert.Equal(("0", "0", "0"), (stop.Text("minSize"), stop.Text("maxSize"), stop.Text("desiredCapacity")));
        Assert.Equal(("2", "6", "2"), (start.Text("minSize"), start.Text("maxSize"), start.Text("desiredCapacity")));
    }

    [Theory]
    [InlineData(", offHours: { stop: \"0 19 1 * 1\" }", "STR364")]
    [InlineData(", image: ubuntu", "STR366")]
    [InlineData(", min: 3, max: 2", "STR354")]
    public void What_EC2_cannot_do_is_refused(string more, string code) => Assert.Equal(code, AwsComputeStack.Problem(Lines(more)).Code);

    [Fact]
    public void A_chip_without_an_image_for_everyone_needs_one_by_name() => Assert.Equal("STR350", AwsComputeStack.Problem(Lines("", "{ gpu: { type: inferentia2 } }")).Code);
}
