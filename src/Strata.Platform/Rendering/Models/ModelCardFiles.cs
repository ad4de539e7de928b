using Strata.Platform.ModelStores;
using Strata.Platform.Stacks;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>The contract of a model: a card to fill in beside it, and a check that refuses a model of which something is not known.</summary>
internal static class ModelCardFiles
{
    public static IEnumerable<RenderedFile> Render(RenderContext context)
    {
        foreach (var store in context.Stack.Config.ModelStores.Values)
        {
            var model = new TemplateMap(
                new("store", store.Name),
                new("team", context.Stack.Config.Team),
                new("required", TemplateValue.List(store.Requires.Select(fact => (TemplateValue)PropertyNames.OfChoice(fact.ToString())))),
                new("facts", TemplateValue.List(Enum.GetValues<ModelFact>().Select(fact => (TemplateValue)PropertyNames.OfChoice(fact.ToString())))));
            foreach (var (path, template) in new[] { ("check_model.py", "models/check_model.py.sbn"), ("model-card.yaml", "models/model-card.yaml.sbn") })
            {
                if (context.File($"models/{store.Name}/{path}", template, model) is { } file)
                {
                    yield return file;
                }
            }
        }
    }
}
