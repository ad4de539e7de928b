using System.Text;
using System.Text.Json;
using Strata.Graph.Formats;
using Strata.Platform.Stacks;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Tests.Stacks;

/// <summary>The order in which a file has its keys says nothing.</summary>
public sealed class KeyOrderTests
{
    public static TheoryData<string> Names => [.. new StackRepository(new CaseFolder("stacks")).Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Shuffled_files_and_keys_give_the_same_resources(string stack)
    {
        var folder = new CaseFolder("stacks");
        var expected = Resources(stack, folder);
        for (var seed = 1; seed <= 3; seed++)
        {
            Assert.Equal(expected, Resources(stack, new Shuffled(folder, seed)));
        }
    }

    private static string Resources(string stack, IStackFiles files)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, GraphJson.Indented))
        {
            GraphJson.Write(json, new StackRepository(files).Expand(stack).Graph!);
        }

        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.GetProperty("resources").GetRawText() + document.RootElement.GetProperty("outputs").GetRawText();
    }

    private sealed class Shuffled(IStackFiles files, int seed) : IStackFiles
    {
        public SourceText? Read(string path) => files.Read(path) is { } source ? new SourceText(path, Write(YamlReader.Read(source, new Strata.Diagnostics.DiagnosticBag())!, new Random(seed))) : null;

        public IReadOnlyList<string> List()
        {
            var random = new Random(seed);
            return [.. files.List().OrderBy(_ => random.Next())];
        }

        private static string Write(YamlNode node, Random random) => node switch
        {
            YamlMapping map => $"{{{string.Join(", ", map.Entries.OrderBy(_ => random.Next()).Select(e => $"{Quote(e.Key)}: {Write(e.Value, random)}"))}}}",
            YamlSequence list => $"[{string.Join(", ", list.Items.Select(item => Write(item, random)))}]",
            YamlScalar scalar => Quote(scalar),
            _ => "",
        };

        private static string Quote(YamlScalar scalar) => scalar.IsPlain && scalar.Text.IndexOfAny([',', '[', ']', '{', '}', '#']) < 0 ? scalar.Text : new StringBuilder("\"").Append(scalar.Text).Append('"').ToString();
    }
}
