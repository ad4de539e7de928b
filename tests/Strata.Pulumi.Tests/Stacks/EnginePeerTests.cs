using System.Text.Json;
using Xunit.Abstractions;

namespace Strata.Tests.Pulumi.Stacks;

/// <summary>The built program, started as the language host starts it, against an engine that is not ours.</summary>
public sealed class EnginePeerTests(ITestOutputHelper output)
{
    [SharedTheory]
    [MemberData(nameof(SampleStackTests.Runs), MemberType = typeof(SampleStackTests))]
    public async Task A_run_has_no_problems_and_its_resources_are_ones_their_providers_take(string stack, bool isDryRun)
    {
        if (!EnginePeer.IsThere)
        {
            output.WriteLine("Skipped: the engine peer could not be installed (it needs node and npm).");
            return;
        }

        using var report = await EnginePeer.Run(stack, isDryRun);
        var root = report.RootElement;
        Assert.Equal(0, root.GetProperty("exit").GetInt32());
        Assert.Empty(root.GetProperty("problems").EnumerateArray().Select(p => p.GetString()));
        Assert.True(root.GetProperty("signalled").GetBoolean());
        Assert.NotEqual(JsonValueKind.Null, root.GetProperty("stackOutputs").ValueKind);

        var custom = root.GetProperty("resources").EnumerateArray().Where(r => r.TryGetProperty("custom", out var c) && c.GetBoolean()).ToList();
        var expected = SampleStacks.Repository.Expand(stack).Graph!.Resources.OfType<Graph.CustomResource>().Count();
        Assert.Equal(expected, custom.Count);
        Assert.DoesNotContain(SharedTools.CheckResources(JsonSerializer.Serialize(custom)), f => f.Level == "error" || f.Code == "plain-secret");
    }
}
