using Strata.Gcp.Compute;
using Strata.Gcp.Workflows;
using Strata.Graph;

namespace Strata.Platform.Tests.Gcp;

public sealed class GcpBatchTests
{
    [Theory]
    [InlineData("shares: { risk: 0.5 }", "STR350")]
    [InlineData("timeout: 20d", "STR350")]
    [InlineData("disk: 20Gi", "STR357")]
    public void What_Batch_cannot_do_is_refused(string setting, string code) =>
        Assert.Equal(code, GcpStack.Problem(Queue(setting)).Code);

    [Fact]
    public void TPUs_are_not_for_batch() => Assert.Contains(
        GcpStack.Of("strata:compute:\n  jobs: { kind: batch, machine: { tpu: { type: v5e, topology: 2x4 } }, max: 2 }\n").Diagnostics, d => d.Code == "STR350");

    [Fact]
    public void Jobs_try_spare_capacity_first_where_they_may()
    {
        var resources = GcpStack.Fine(Queue("spot: true"));
        Assert.Equal(["STANDARD", "SPOT"], resources.OfType<InstanceTemplate>().Select(t => ((TextValue)ResourceValues.At(t, "scheduling.provisioningModel")!).Text));
        Assert.Single(GcpStack.Fine(Queue("spot: false")).OfType<InstanceTemplate>());
        Assert.Equal("", Text(GcpStack.Fine(Queue("spot: false")), "userEnvVars.SPOT_TEMPLATE"));
    }

    [Fact]
    public void The_workflow_has_what_it_reads()
    {
        var workflow = GcpStack.Fine(Queue("retries: 3")).OfType<Workflow>().Single();
        var source = ((TextValue)ResourceValues.At(workflow, "sourceContents")!).Text;
        var names = ((ObjectValue)ResourceValues.At(workflow, "userEnvVars")!).Properties.Select(p => p.Name).ToList();
        Assert.All(names, name => Assert.Contains($"sys.get_env(\"{name}\")", source, StringComparison.Ordinal));
        Assert.Equal(names.Count, source.Split("sys.get_env(").Skip(1).Select(s => s.Split('"')[1]).Distinct().Count());
    }

    [Fact]
    public void Only_a_lost_machine_is_a_reason_to_try_again()
    {
        var workflow = GcpStack.Fine(Queue("retries: 3")).OfType<Workflow>().Single();
        var job = Assert.IsType<JsonTextValue>(ResourceValues.At(workflow, "userEnvVars.JOB")).Content;
        var task = (ObjectValue)((ObjectValue)((ListValue)((ObjectValue)job)["taskGroups"]!).Items[0])["taskSpec"]!;
        Assert.Equal(3, ((NumberValue)task["maxRetryCount"]!).Number);
        Assert.Equal("RETRY_TASK", ((TextValue)((ObjectValue)((ListValue)task["lifecyclePolicies"]!).Items[0])["action"]!).Text);
    }

    [Fact]
    public void The_submitter_hands_jobs_their_account_and_the_workflow_waits_for_all_rights()
    {
        var resources = GcpStack.Fine("strata:storage: { data: { kind: objects } }\n" + Queue("access: { data: read }"));
        Assert.Contains(resources, r => r.TypeToken == "gcp:serviceaccount/iAMMember:IAMMember" && r.LogicalName == "jobs-submitter");
        var waits = resources.OfType<Workflow>().Single().ResourceOptions.DependsOn.Select(r => r.LogicalName).ToList();
        Assert.Contains(waits, name => name.EndsWith("batch-agentReporter", StringComparison.Ordinal));
        Assert.Contains(waits, name => name.EndsWith("batch-jobsEditor", StringComparison.Ordinal));
        Assert.Contains(waits, name => name.StartsWith("jobs-jobs-data", StringComparison.Ordinal));
    }

    [Fact]
    public void Storage_on_another_cloud_is_out_of_reach() => Assert.Contains(
        GcpStack.Of("aws:region: eu-west-1\nstrata:storage: { data: { kind: objects, cloud: aws } }\n" + Queue("access: { data: read }")).Diagnostics, d => d.Code == "STR362");

    private static string Queue(string settings) => $"strata:compute:\n  jobs: {{ kind: batch, machine: {{ cpu: 4, memory: 16Gi }}, max: 4, {settings} }}\n";

    private static string Text(IReadOnlyList<Resource> resources, string path) => ((TextValue)ResourceValues.At(resources.OfType<Workflow>().Single(), path)!).Text;
}
