using System.Text;
using System.Text.Json;
using Strata.Graph.Formats;
using Strata.Platform.Components;
using Strata.Text;

namespace Strata.Platform.Tests.Cells;

/// <summary>Every engine of the upper layers on every cloud, run by the cloud and by the team.</summary>
public sealed class CellTests
{
    public static TheoryData<string> Built => [.. Cell.AllBuilt.Select(cell => cell.Path)];

    public static TheoryData<string> Sections => [.. Cell.All.Select(cell => cell.Kind.Section).Distinct()];

    [Theory]
    [MemberData(nameof(Built))]
    public void A_cell_makes_what_its_golden_says(string path)
    {
        var writer = new StringWriter { NewLine = "\n" };
        GraphText.Write(writer, Cell.Of(path).Own("prod"), PlainTextStyle.Instance, int.MaxValue); // Whole: what is cut off is never looked at.
        Golden.Check($"{path}.txt", writer.ToString());
    }

    [SharedTheory]
    [MemberData(nameof(Sections))]
    public void Every_resource_is_one_its_provider_takes(string section)
    {
        foreach (var environment in (string[])["dev", "prod"])
        {
            var resources = new List<string>();
            var origins = new List<string>();
            foreach (var cell in Cell.AllBuilt.Where(cell => cell.Kind.Section == section))
            {
                using var json = JsonDocument.Parse(Json(cell, environment));
                foreach (var resource in json.RootElement.GetProperty("resources").EnumerateArray())
                {
                    resources.Add(resource.GetRawText());
                    origins.Add(cell.Path);
                }
            }

            var findings = SharedTools.CheckResources($"[{string.Join(',', resources)}]").Where(f => f.IsError || f.Code == "plain-secret");
            Assert.Empty(findings.Select(f => $"{origins.ElementAtOrDefault(IndexOf(f.Path))} in {environment}: {f}"));
        }
    }

    [SharedTheory]
    [InlineData("airflow")]
    [InlineData("jupyterhub")]
    [InlineData("mlflow")]
    public void Values_of_a_chart_are_ones_its_schema_takes(string chart)
    {
        var values = new List<(string, string)>();
        foreach (var environment in (string[])["dev", "prod"])
        {
            foreach (var cell in Cell.AllBuilt)
            {
                using var json = JsonDocument.Parse(Json(cell, environment));
                values.AddRange(json.RootElement.GetProperty("resources").EnumerateArray()
                    .Where(resource => resource.GetProperty("type").GetString() == "kubernetes:helm.sh/v3:Release")
                    .Select(resource => resource.GetProperty("inputs"))
                    .Where(inputs => inputs.GetProperty("chart").GetString()!.EndsWith(chart, StringComparison.Ordinal))
                    .Select(inputs => ($"{cell.Path} in {environment}", inputs.GetProperty("values").GetRawText())));
            }
        }

        var problems = SharedTools.CheckSchema($"schemas/runtime/helm/{chart}-values.schema.json", values, isPartial: true);
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    [Fact]
    public void Every_engine_says_of_every_cloud_who_may_run_it()
    {
        foreach (var kind in Cell.All.Select(cell => cell.Kind).Distinct())
        {
            foreach (var cloud in Enum.GetValues<Cloud>())
            {
                Assert.True(kind.Find(cloud, managed: true) is not null && kind.Find(cloud, managed: false) is not null, $"{kind.Section}/{kind.Name} on {cloud} has an empty cell.");
                if (kind.Find(cloud, managed: true) is Built && kind.Find(cloud, managed: false) is Built)
                {
                    Assert.EndsWith(".", kind.PreferenceOn(cloud).Why, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void Refusals_are_full_sentences_with_a_way_out()
    {
        foreach (var refused in Cell.All.Select(cell => cell.Realization).OfType<Refused>())
        {
            Assert.EndsWith(".", refused.Reason, StringComparison.Ordinal);
            Assert.EndsWith(".", refused.Hint, StringComparison.Ordinal);
        }
    }

    private static int IndexOf(string path) => new string([.. path.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]) is { Length: > 0 } digits ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : -1;

    private static string Json(Cell cell, string environment)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, GraphJson.Indented))
        {
            GraphJson.Write(json, cell.Own(environment));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
