using Strata.Diagnostics;
using Strata.Platform.Stacks.Binding;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>What a stack says and nothing uses. Looked for in stacks without errors only: what is broken may have been to use it.</summary>
internal static class UnusedParts
{
    public static void Check(StackModel stack, Binder binder, DiagnosticBag diagnostics)
    {
        var secrets = stack.Config.Mapping?["secrets"] as YamlMapping;
        foreach (var name in stack.Config.Secrets.Names.Where(name => !binder.Secrets.Any(used => used.Secret.Name == name)))
        {
            diagnostics.Add(RuleErrors.UnusedSecret(secrets?.Find(name)?.Key.Span, name));
        }

        foreach (var workflow in stack.Config.Workflows.Values)
        {
            var written = workflow.Mapping?.Entries.Where(entry => entry.Key.Text != "parameters").SelectMany(entry => Texts(entry.Value)).ToList() ?? [];
            foreach (var (name, parameter) in workflow.Parameters)
            {
                if (!written.Exists(text => text.Contains($"parameters.{name}", StringComparison.Ordinal)))
                {
                    diagnostics.Add(RuleErrors.UnusedParameter(parameter.KeySpan ?? workflow.KeySpan, name, workflow.Name));
                }
            }
        }
    }

    /// <summary>Fragments of which nothing is left once all files are merged. One that only takes something away has done its work.</summary>
    public static IEnumerable<FragmentReference> LayersIn(IReadOnlyList<Layer> layers, YamlMapping config, YamlMapping providers)
    {
        if (layers.Count < 2)
        {
            yield break;
        }

        var left = new HashSet<string>(StringComparer.Ordinal);
        Collect(config, left);
        Collect(providers, left);
        foreach (var layer in layers.SkipLast(1).DistinctBy(layer => layer.File.Path))
        {
            if (layer.Reference is { } reference && !left.Contains(layer.File.Path)
                && (layer.File.Strata.Entries.Count > 0 || layer.File.Providers.Entries.Count > 0)
                && !layer.File.Source.Content.Contains("$unset", StringComparison.Ordinal))
            {
                yield return reference;
            }
        }
    }

    private static void Collect(YamlNode node, HashSet<string> files)
    {
        switch (node)
        {
            case YamlMapping { Entries.Count: > 0 } map:
                foreach (var entry in map.Entries)
                {
                    Collect(entry.Value, files);
                }

                break;
            case YamlSequence { Items.Count: > 0 } list:
                foreach (var item in list.Items)
                {
                    Collect(item, files);
                }

                break;
            default:
                files.Add(node.Span.Source.Path);
                break;
        }
    }

    private static IEnumerable<string> Texts(YamlNode node) => node switch
    {
        YamlMapping map => map.Entries.SelectMany(entry => Texts(entry.Value)),
        YamlSequence list => list.Items.SelectMany(Texts),
        YamlScalar scalar => [scalar.Text],
        _ => [],
    };
}
