using System.Globalization;
using System.Text;
using System.Text.Json;
using Strata.Diagnostics;
using Strata.Graph.Formats;
using Strata.Platform.Stacks;
using Strata.Text;

namespace Strata.Platform.Tests.Stacks;

/// <summary>The stacks of this repository.</summary>
public sealed class SampleStackTests
{
    public static TheoryData<string> Names => [.. new StackRepository(new CaseFolder("stacks")).Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_stack_is_what_its_golden_says(string stack)
    {
        var (graph, diagnostics) = new StackRepository(new CaseFolder("stacks")).Expand(stack);
        Assert.DoesNotContain(diagnostics, d => d.Severity == Severity.Error);
        var writer = new StringWriter { NewLine = "\n" };
        GraphText.Write(writer, graph!, PlainTextStyle.Instance, 200);
        Golden.Check($"stacks/{stack}.txt", writer.ToString());
    }

    [SharedTheory]
    [MemberData(nameof(Names))]
    public void Every_resource_is_one_its_provider_takes(string stack)
    {
        var findings = SharedTools.CheckResources(Json(stack));
        Assert.DoesNotContain(findings, f => f.Level == "error");
        Assert.DoesNotContain(findings, f => f.Code == "plain-secret");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Another_culture_gives_the_same_bytes(string stack)
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Json(stack);
        try
        {
            // The product runs without culture data; what it could still get wrong is numbers.
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            other.NumberFormat.NumberDecimalSeparator = ",";
            other.NumberFormat.NumberGroupSeparator = ".";
            other.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = other;
            Assert.Equal(expected, Json(stack));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_data_scientist_can_read_the_file_at_a_glance(string stack) =>
        Assert.InRange(new CaseFolder("stacks").Read($"stacks/Pulumi.{stack}.yaml")!.Content.Split('\n').Length, 5, 85);

    private static string Json(string stack)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, GraphJson.Indented))
        {
            GraphJson.Write(json, new StackRepository(new CaseFolder("stacks")).Expand(stack).Graph!);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
