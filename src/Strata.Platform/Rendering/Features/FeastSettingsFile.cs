using Strata.Graph;

namespace Strata.Platform.Rendering;

/// <summary>
/// feature_store.yaml for people and pipelines outside the cluster, as the feature server has it inside. What only the cloud knows comes
/// from a variable, whose value is in the server's own settings.
/// </summary>
internal static class FeastSettingsFile
{
    public static RenderedFile Render(ValueMap settings, string folder, RenderContext context)
    {
        var variables = new List<string>();
        var known = (ValueMap)[];
        foreach (var (name, value) in (IEnumerable<Property>)settings)
        {
            known[name] = Of(value, name, variables, context);
        }

        var remarks = variables.Count == 0 ? "" : $"# Set before use, from 'feature_store.yaml' in the settings of the feature server: {string.Join(", ", variables)}\n";
        return new RenderedFile($"{folder}/feature_store.yaml", remarks + YamlText.Of(known), "features/feast");
    }

    private static Value Of(Value value, string path, List<string> variables, RenderContext context)
    {
        switch (value)
        {
            case ObjectValue map:
                var inner = new ValueMap();
                foreach (var property in map.Properties)
                {
                    inner[property.Name] = Of(property.Value, $"{path}_{property.Name}", variables, context);
                }

                return inner;

            case TextValue or NumberValue or BoolValue or ListValue:
                return value;

            default:
                if (KnownText.Of(value, context.Stack).Text is { } text)
                {
                    return text;
                }

                var variable = path.ToUpperInvariant();
                variables.Add(variable);
                return $"${{{variable}}}";
        }
    }
}
