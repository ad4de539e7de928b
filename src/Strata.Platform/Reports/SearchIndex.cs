using System.Text;
using System.Text.Json;
using Strata.Platform.Components;

namespace Strata.Platform.Reports;

/// <summary>What search finds: a script, because a page that is opened from disk may read scripts and nothing else.</summary>
internal static class SearchIndex
{
    public static ReportFile Of(IReadOnlyList<ReportStack> stacks)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var (title, kind, url) in Entries(stacks))
            {
                json.WriteStartArray();
                json.WriteStringValue(title);
                json.WriteStringValue(kind);
                json.WriteStringValue(url);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return new ReportFile(ReportAssets.Index, $"window.strataIndex = {Encoding.UTF8.GetString(stream.ToArray())};\n");
    }

    private static IEnumerable<(string Title, string Kind, string Url)> Entries(IReadOnlyList<ReportStack> stacks)
    {
        foreach (var stack in stacks)
        {
            yield return (stack.Name, $"stack of {(stack.Team.Length > 0 ? stack.Team : "nobody")}", stack.Url);
            foreach (var component in stack.Model?.Components ?? [])
            {
                var kind = ComponentCatalog.KindOf(component);
                yield return ($"{component.Name}", $"{kind.Facts?.Title ?? kind.Name} of {stack.Name}", $"{stack.Url}#{kind.Section}-{component.Name}");
            }

            foreach (var workflow in stack.Expanded?.Workflows ?? [])
            {
                yield return (workflow.Workflow.Name, $"workflow of {stack.Name}", $"{stack.Url}#workflow-{workflow.Workflow.Name}");
            }
        }

        foreach (var feature in FeaturesPage.All(stacks))
        {
            yield return ($"{feature.View}.{feature.Name}", $"feature of {feature.Stack.Name}", $"features.html#{feature.Anchor}");
        }

        foreach (var kind in ComponentCatalog.Kinds)
        {
            yield return (kind.Facts?.Title ?? kind.Name, $"kind of component, {kind.Section}", ComponentKindPages.UrlOf(kind));
        }
    }
}
