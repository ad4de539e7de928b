using System.Collections;
using System.Reflection;
using Strata.Diagnostics;
using Strata.Platform.Components;
using Strata.Platform.FeatureStores;
using Strata.Platform.Stacks.Binding;
using Strata.Platform.Stacks.Shapes;
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
        AddRecord(stack.Config, "", stack, explanations);
        return path is null ? explanations : [.. explanations.Where(e => e.Path == path || e.Path.StartsWith(path + ".", StringComparison.Ordinal))];
    }

    private static void AddRecord(ConfigRecord record, string prefix, StackModel stack, List<Explanation> explanations)
    {
        foreach (var property in ShapeReader.Of(record.GetType()).Properties)
        {
            var node = record.Mapping?[property.Name];
            if (node is null && property.IsRequired)
            {
                continue; // It is missing, not defaulted: the problem has been reported.
            }

            Add(property.Get(record), prefix + property.Name, node, property.Description, stack, explanations);
        }
    }

    /// <summary>What a component of a section with kinds is: <c>kind</c>, stated or by its name.</summary>
    private static void AddKind(ComponentConfig component, string path, StackModel stack, List<Explanation> explanations)
    {
        if (component.GetType().BaseType?.GetCustomAttribute<UnionAttribute>(inherit: false) is { } union)
        {
            var kind = component.GetType().BaseType!.GetCustomAttributes<KindAttribute>(inherit: false).First(k => k.Type == component.GetType());
            Add(kind.Name, $"{path}.{union.Discriminator}", component.Mapping?[union.Discriminator], "What it is.", stack, explanations);
        }
    }

    /// <summary>Who runs an engine whose component leaves it open: decided by <c>prefer</c> or by the catalog, and why.</summary>
    private static void AddBuyOrBuild(PlatformComponentConfig component, string path, StackModel stack, List<Explanation> explanations)
    {
        var (managed, why, at) = BuyOrBuild.Of(ComponentCatalog.KindOf(component), component, stack);
        var origin = at is not { } place ? Origin.Defaulted : place.Source == stack.File ? Origin.Set : Origin.Inherited;
        explanations.Add(new Explanation($"{path}.managed", managed ? "true" : "false", origin, at, "Whether the cloud runs it.") { Why = why });
    }

    /// <summary>What brings features online where the file leaves it open.</summary>
    private static void AddScheduler(FeastConfig features, string path, StackModel stack, List<Explanation> explanations)
    {
        var workflow = MaterializationWorkflow.Of(features, stack, new DiagnosticBag());
        explanations.Add(new Explanation($"{path}.scheduler", workflow?.Scheduler!.Name ?? "a CronJob", Origin.Defaulted, null, "What brings features online.")
        {
            Why = workflow is null ? "Not exactly one scheduler of the stack can." : "The only scheduler of the stack that can.",
        });
    }

    private static void Add(object? value, string path, YamlNode? node, string description, StackModel stack, List<Explanation> explanations)
    {
        switch (value)
        {
            case null:
                return;

            case ConfigRecord record:
                if (record is ComponentConfig component)
                {
                    AddKind(component, path, stack, explanations);
                }

                if (record is PlatformComponentConfig { Managed: null, IsBroken: false } engine)
                {
                    AddBuyOrBuild(engine, path, stack, explanations);
                }

                if (record is FeastConfig { Scheduler: null, IsBroken: false } features && MaterializationWorkflow.FreshnessOf(features) is not null)
                {
                    AddScheduler(features, path, stack, explanations);
                }

                AddRecord(record, path + ".", stack, explanations);
                return;

            case SecretNames secrets:
                foreach (var name in secrets.Names)
                {
                    Add("[secret]", $"{path}.{name}", (node as YamlMapping)?[name], description, stack, explanations);
                }

                return;

            case IDictionary map:
                foreach (DictionaryEntry entry in map)
                {
                    var key = ScalarText.Write(entry.Key)!;
                    Add(entry.Value, $"{path}.{key}", (node as YamlMapping)?[key], description, stack, explanations);
                }

                return;

            case not string and IEnumerable list:
                var items = (node as YamlSequence)?.Items ?? [];
                var index = 0;
                foreach (var item in list)
                {
                    Add(item, FormattableString.Invariant($"{path}.{index}"), index < items.Count ? items[index] : null, description, stack, explanations);
                    index++;
                }

                return;

            default:
                var origin = node is null ? Origin.Defaulted : node.Span.Source == stack.File ? Origin.Set : Origin.Inherited;
                explanations.Add(new Explanation(path, ScalarText.Write(value)!, origin, node?.Span, description));
                return;
        }
    }
}
