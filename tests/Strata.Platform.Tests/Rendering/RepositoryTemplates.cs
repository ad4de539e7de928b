using Strata.Templating;
using Strata.Text;

namespace Strata.Platform.Tests.Rendering;

/// <summary>The templates of this repository.</summary>
internal sealed class RepositoryTemplates : ITemplateLoader
{
    private static readonly string Root = Repository.PathOf("templates");

    public static TemplateLibrary Library { get; } = new(new RepositoryTemplates());

    public IReadOnlyCollection<string> Names =>
        [.. Directory.EnumerateFiles(Root, "*.sbn", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public SourceText? Load(string name) =>
        File.Exists(Path.Combine(Root, name)) ? new SourceText($"templates/{name}", File.ReadAllText(Path.Combine(Root, name)).ReplaceLineEndings("\n")) : null;
}
