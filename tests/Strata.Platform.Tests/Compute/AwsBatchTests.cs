using Strata.Aws.Batch;
using Strata.Aws.CloudWatch;
using Strata.Aws.Iam;
using Strata.Aws.Sns;
using Strata.Graph;

namespace Strata.Platform.Tests.Compute;

public sealed class AwsBatchTests
{
    private static IReadOnlyList<Resource> Jobs(string more = "") =>
        AwsComputeStack.Fine($"strata:compute: {{ jobs: {{ kind: batch, machine: {{ cpu: 16, memory: 64Gi }}, max: 10{more} }} }}");

    [Fact]
    public void Spot_is_tried_first_and_ordinary_machines_after_it()
    {
        var resources = Jobs();
        var queue = resources.Named<JobQueue>("jobs");
        Assert.Equal(["jobs-spot", "jobs-ondemand"], Dependencies.Of(queue).OfType<ComputeEnvironment>().Select(e => e.LogicalName));
        Assert.Equal("SPOT_PRICE_CAPACITY_OPTIMIZED", resources.Named<ComputeEnvironment>("jobs-spot").Text("computeResources.allocationStrategy"));
        Assert.Equal("BEST_FIT_PROGRESSIVE", resources.Named<ComputeEnvironment>("jobs-ondemand").Text("computeResources.allocationStrategy"));
    }

    [Fact]
    public void Without_spot_there_is_one_environment() => Assert.Equal("jobs-ondemand", Assert.Single(Jobs(", spot: false").OfType<ComputeEnvironment>()).LogicalName);

    [Fact]
    public void Nothing_runs_when_there_is_no_work_and_no_more_than_asked_when_there_is()
    {
        Assert.All(Jobs().OfType<ComputeEnvironment>(), e =>
        {
            Assert.Equal(("0", "160"), (e.Text("computeResources.minVcpus"), e.Text("computeResources.maxVcpus")));
            Assert.Equal(["computeResources.desiredVcpus"], e.ResourceOptions.IgnoreChanges);
        });
    }

    [Fact]
    public void Machines_have_their_rights_before_they_start()
    {
        var resources = Jobs();
        Assert.All(
            resources.OfType<RolePolicyAttachment>().Where(a => a.LogicalName.StartsWith("jobs-machine-", StringComparison.Ordinal)),
            right => Assert.All(resources.OfType<ComputeEnvironment>(), e => Assert.True(e.WaitsFor(right))));
    }

    [Fact]
    public void A_job_whose_machine_went_away_is_tried_again_and_no_other()
    {
        var definition = Jobs(", retries: 4").Named<JobDefinition>("jobs");
        Assert.Equal("5", definition.Text("retryStrategy.attempts"));
        Assert.Equal(("Host EC2*", "RETRY"), (definition.Text("retryStrategy.evaluateOnExits[0].onStatusReason"), definition.Text("retryStrategy.evaluateOnExits[0].action")));
        Assert.Equal(("*", "EXIT"), (definition.Text("retryStrategy.evaluateOnExits[1].onReason"), definition.Text("retryStrategy.evaluateOnExits[1].action")));
    }

    [Fact]
    public void A_job_asks_for_the_machines_gpus()
    {
        var resources = AwsComputeStack.Fine("strata:compute: { jobs: { kind: batch, machine: { gpu: { type: l4 } }, max: 1 } }");
        Assert.Contains("\"GPU\"", resources.Named<JobDefinition>("jobs").Json("containerProperties"), StringComparison.Ordinal);
        Assert.Equal("ECS_AL2023_NVIDIA", resources.Named<ComputeEnvironment>("jobs-spot").Text("computeResources.ec2Configurations[0].imageType"));
    }

    [Fact]
    public void Half_a_share_is_twice_the_weight()
    {
        var policy = Jobs(", shares: { risk-team: 0.5, ops: 4 }").Named<SchedulingPolicy>("jobs");
        var weights = Enumerable.Range(0, 3).Select(i => $"fairSharePolicy.shareDistributions[{i}]").ToDictionary(s => policy.Text($"{s}.shareIdentifier")!, s => policy.Text($"{s}.weightFactor"));
        Assert.Equal(("1", "2", "0.25"), (weights["fraud"], weights["riskteam"], weights["ops"]));
    }

    [Fact]
    public void Without_shares_the_queue_is_first_come_first_served() => Assert.Empty(Jobs().OfType<SchedulingPolicy>());

    [Fact]
    public void Failures_are_mailed_to_whoever_pays_and_whoever_answers_for_the_stack()
    {
        var resources = AwsComputeStack.Fine("""
            strata:budget: { monthly: 100, notify: [money@acme.example, fraud@acme.example] }
            strata:compute: { jobs: { kind: batch, machine: { cpu: 4 }, max: 1 } }
            """);
        Assert.Equal(["money@acme.example", "fraud@acme.example"], resources.OfType<TopicSubscription>().Where(s => s.LogicalName.StartsWith("jobs", StringComparison.Ordinal)).Select(s => s.Text("endpoint")));
        Assert.True(resources.Named<EventTarget>("jobs-failed").WaitsFor(resources.Named<TopicPolicy>("jobs-failed")));
        Assert.True(resources.Named<EventRule>("jobs-failed").WaitsFor(resources.Named<JobQueue>("jobs")));
    }

    [Fact]
    public void Jobs_may_use_the_storage_they_are_given_and_machines_may_not()
    {
        var resources = AwsComputeStack.Fine("""
            strata:storage: { lake: { kind: objects }, other: { kind: objects } }
            strata:compute: { jobs: { kind: batch, machine: { cpu: 4 }, max: 1, access: { lake: read } } }
            """);
        var policy = Assert.Single(resources.OfType<RolePolicy>(), p => p.LogicalName.StartsWith("jobs-", StringComparison.Ordinal));
        Assert.Equal("jobs-job-role-policy", policy.LogicalName);
        Assert.DoesNotContain("PutObject", policy.Json("policy"), StringComparison.Ordinal);
        Assert.False(policy.WaitsFor(resources.Named<Aws.S3.Bucket>("other")));
    }

    [Theory]
    [InlineData("{ kind: batch, machine: { gpu: { type: trainium } }, max: 1, spot: false }", "STR350")]
    [InlineData("{ kind: batch, machine: { cpu: 4 }, max: 1, access: { far: read } }", "STR362")]
    public void What_Batch_cannot_do_is_refused(string jobs, string code) => Assert.Contains(
        AwsComputeStack.Of($"strata:storage: {{ far: {{ kind: objects, cloud: kubernetes }} }}\nstrata:compute: {{ jobs: {jobs} }}").Diagnostics, d => d.Code == code);
}
