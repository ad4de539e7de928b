using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Stacks;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Tests.Policies;

/// <summary>
/// A stack written down whole: a stack file, a line <c>---</c>, and a list of resources that are put beside the stack's own, as
/// <c>{ type, name, protect, inputs }</c>. In inputs <c>{ ref: name.output }</c> refers to one before, <c>{ json: … }</c> is JSON text and
/// <c>{ secret: … }</c> a secret.
/// </summary>
internal static class RawGraph
{
    public static (StackModel Model, ResourceGraph Graph) Read(string text)
    {
        var parts = text.Split("\n---\n");
        var repository = new StackRepository(new SingleStack(parts[0] + "\n"));
        var (graph, _) = repository.Expand("case");

        // A stack that is refused has no resources of its own, and what its file says is still held against the policies.
        return (repository.Bind("case")!.Model!, new ResourceGraph("case", [.. graph?.Resources ?? [], .. parts.Length > 1 ? Resources(parts[1]) : []], []));
    }

    private static List<Resource> Resources(string text)
    {
        var problems = new DiagnosticBag();
        var list = Assert.IsType<YamlSequence>(YamlReader.Read(new SourceText("resources.yaml", text), problems));
        Assert.Empty(problems);
        var resources = new List<Resource>();
        foreach (var item in list.Items.Cast<YamlMapping>())
        {
            resources.Add(new RawResource(Text(item["type"]), Text(item["name"]), item["inputs"] as YamlMapping, Text(item["protect"]) == "true", Parent(item, resources), resources));
        }

        return resources;
    }

    /// <summary>A component that stands for an entry of the stack file, where the item names one: <c>component: strata:workspace:Machine desk</c>.</summary>
    private static ComponentResource? Parent(YamlMapping item, List<Resource> resources)
    {
        if (item["component"] is not YamlScalar { Text: var name })
        {
            return null;
        }

        var words = name.Split(' ');
        return resources.Select(resource => resource.ResourceOptions.Parent).OfType<ComponentResource>().FirstOrDefault(parent => parent.LogicalName == words[1]) ?? new ComponentResource(words[0], words[1]);
    }

    private static string Text(YamlNode? node) => (node as YamlScalar)?.Text ?? "";

    private static Value ValueOf(YamlNode node, List<Resource> resources) => node switch
    {
        YamlSequence list => Value.List(list.Items.Select(item => ValueOf(item, resources))),
        YamlMapping { Entries: [{ Key.Text: "ref", Value: YamlScalar target }] } => Reference(target.Text, resources),
        YamlMapping { Entries: [{ Key.Text: "json", Value: var content }] } => new JsonTextValue(ValueOf(content, resources)),
        YamlMapping { Entries: [{ Key.Text: "secret", Value: var content }] } => new SecretValue(ValueOf(content, resources)),
        YamlMapping map => new ObjectValue([.. map.Entries.Select(entry => new Property(entry.Key.Text, ValueOf(entry.Value, resources)))]),
        YamlScalar { IsPlain: true, Text: "true" or "false" } flag => flag.Text == "true",
        YamlScalar { IsPlain: true } scalar when double.TryParse(scalar.Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        YamlScalar scalar => scalar.Text,
        _ => Value.Null,
    };

    private static ReferenceValue Reference(string target, List<Resource> resources)
    {
        var dot = target.LastIndexOf('.');
        return new ReferenceValue(resources.First(resource => resource.LogicalName == target[..dot]), target[(dot + 1)..]);
    }

    private sealed class RawResource : CustomResource
    {
        public RawResource(string type, string name, YamlMapping? inputs, bool protect, ComponentResource? parent, List<Resource> resources)
            : base(type, name, new ResourceOptions { Protect = protect, Parent = parent })
        {
            foreach (var entry in inputs?.Entries ?? [])
            {
                Set(entry.Key.Text, ValueOf(entry.Value, resources));
            }
        }
    }

    private sealed class SingleStack(string text) : IStackFiles
    {
        public SourceText? Read(string path) => path == "stacks/Pulumi.case.yaml" ? new SourceText(path, text) : null;

        public IReadOnlyList<string> List() => ["stacks/Pulumi.case.yaml"];
    }
}
