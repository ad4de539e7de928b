using System.Collections;
using System.Reflection;
using Strata.Platform.Stacks.Binding;
using Strata.Platform.Stacks.Shapes;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Stacks.Explain;

/// <summary>Lists every value a stack has, and who decided it.</summary>
public static class Explainer
{
    /// <summary>All values in the order of the records' properties; maps in the order of their keys.</summary>
    /// <param name="path">Only values at or under this path; null for all.</param>
    public static IReadOnlyList<Explanation> Explain(StackModel stack, string? path = null)
    {
        var explanations = new List<Explanation>();
        AddRecord(stack.Config, "", stack.File, explanations);
        return path is null ? explanations : [.. explanations.Where(e => e.Path == path || e.Path.StartsWith(path + ".", StringComparison.Ordinal))];
    }

    private static void AddRecord(ConfigRecord record, string prefix, SourceText file, List<Explanation> explanations)
    {
        foreach (var property in ShapeReader.Of(record.GetType()).Properties)
        {
            var node = record.Mapping?[property.Name];
            if (node is null && property.IsRequired)
            {
                continue; // It is missing, not defaulted: the problem has been reported.
            }

            Add(property.Get(record), prefix + property.Name, node, property.Description, file, explanations);
        }
    }

    /// <summary>What a component of a section with kinds is: <c>kind</c>, stated or by its name.</summary>
    private static void AddKind(ComponentConfig component, string path, SourceText file, List<Explanation> explanations)
    {
        if (component.GetType().BaseType?.GetCustomAttribute<UnionAttribute>(inherit: false) is { } union)
        {
            var kind = component.GetType().BaseType!.GetCustomAttributes<KindAttribute>(inherit: false).First(k => k.Type == component.GetType());
            Add(kind.Name, $"{path}.{union.Discriminator}", component.Mapping?[union.Discriminator], "What it is.", file, explanations);
        }
    }

    private static void Add(object? value, string path, YamlNode? node, string description, SourceText file, List<Explanation> explanations)
    {
        switch (value)
        {
            case null:
                return;

            case ConfigRecord record:
                if (record is ComponentConfig component)
                {
                    AddKind(component, path, file, explanations);
                }

                AddRecord(record, path + ".", file, explanations);
                return;

            case SecretNames secrets:
                foreach (var name in secrets.Names)
                {
                    Add("[secret]", $"{path}.{name}", (node as YamlMapping)?[name], description, file, explanations);
                }

                return;

            case IDictionary map:
                foreach (DictionaryEntry entry in map)
                {
                    var key = ScalarText.Write(entry.Key)!;
                    Add(entry.Value, $"{path}.{key}", (node as YamlMapping)?[key], description, file, explanations);
                }

                return;

            case not string and IEnumerable list:
                var items = (node as YamlSequence)?.Items ?? [];
                var index = 0;
                foreach (var item in list)
                {
                    Add(item, FormattableString.Invariant($"{path}.{index}"), index < items.Count ? items[index] : null, description, file, explanations);
                    index++;
                }

                return;

            default:
                var origin = node is null ? Origin.Defaulted : node.Span.Source == file ? Origin.Set : Origin.Inherited;
                explanations.Add(new Explanation(path, ScalarText.Write(value)!, origin, node?.Span, description));
                return;
        }
    }
}
