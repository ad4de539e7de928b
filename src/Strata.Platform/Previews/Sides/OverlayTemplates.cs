using Strata.Templating;
using Strata.Text;

namespace Strata.Platform.Previews;

/// <summary>Templates as they were: those of now, except for the ones that differ.</summary>
/// <param name="now">The templates that the team sees in the working tree.</param>
/// <param name="read">Gives a template of the working tree by its path in the repository; null when there is none.</param>
/// <param name="team">The team, whose own templates come first.</param>
/// <param name="differing">By path in the repository, the text that they had; null for those that did not exist.</param>
public sealed class OverlayTemplates(ITemplateLoader now, Func<string, SourceText?> read, string team, IReadOnlyDictionary<string, string?> differing) : ITemplateLoader
{
    public IReadOnlyCollection<string> Names => now.Names;

    public SourceText? Load(string name)
    {
        foreach (var path in new[] { $"stacks/teams/{team}/templates/{name}", $"templates/{name}" })
        {
            if (differing.TryGetValue(path, out var text))
            {
                if (text is not null)
                {
                    return new SourceText(path, text.ReplaceLineEndings("\n"));
                }
            }
            else if (read(path) is { } source)
            {
                return source;
            }
        }

        return null;
    }
}
