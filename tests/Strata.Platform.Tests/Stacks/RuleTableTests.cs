using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Tests.Stacks;

/// <summary>docs/rules.md says which broken stack shows which rule; that is held here.</summary>
public sealed partial class RuleTableTests
{
    private static readonly string[] Layers = ["storage", "compute", "registries", "workspaces", "schedulers", "featureStores", "modelStores", "endpoints"];

    [Fact]
    public void Each_rule_is_shown_by_the_broken_stack_beside_it()
    {
        var rows = Row().Matches(File.ReadAllText(Repository.PathOf("docs/rules.md")).ReplaceLineEndings("\n"));
        Assert.True(rows.Count >= 50, $"docs/rules.md has {rows.Count} rules.");
        Assert.All(rows, row =>
        {
            var (code, name) = (row.Groups["code"].Value, row.Groups["case"].Value);
            Assert.Matches($@"(error|warning) {code}: ", Golden.Read($"invalid/{name}/diagnostics.txt"));
        });
    }

    [Fact]
    public void No_component_can_refer_to_a_later_layer()
    {
        foreach (var kind in ComponentCatalog.Kinds.Where(kind => Layers.Contains(kind.Section)))
        {
            foreach (var target in Targets(kind.Config, []))
            {
                var sections = ComponentCatalog.Kinds.Where(other => target.IsAssignableFrom(other.Config)).Select(other => other.Section).Distinct();
                Assert.All(sections, section => Assert.True(
                    Array.IndexOf(Layers, section) <= Array.IndexOf(Layers, kind.Section) || !Layers.Contains(section) || IsLater(kind.Section, section),
                    $"'{kind.Section}/{kind.Name}' may refer to '{section}'."));
            }
        }
    }

    /// <summary>The two pairs that look ahead on purpose: what they name never looks back.</summary>
    private static bool IsLater(string from, string to) => (from, to) is ("compute", "registries") or ("storage", "compute");

    private static IEnumerable<Type> Targets(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            yield break;
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null))
        {
            foreach (var part in Parts(property.PropertyType))
            {
                if (part.IsGenericType && part.GetGenericTypeDefinition() == typeof(Ref<>))
                {
                    yield return part.GetGenericArguments()[0];
                }
                else if (part.IsSubclassOf(typeof(ConfigRecord)) && !part.IsSubclassOf(typeof(ComponentConfig)))
                {
                    foreach (var target in Targets(part, seen))
                    {
                        yield return target;
                    }
                }
            }
        }
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments().SelectMany(Parts) : [type];

    [GeneratedRegex(@"^\| [^|\n]+ \| (?<code>STR[0-9]{3}) \| (?<case>[a-z0-9-]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
