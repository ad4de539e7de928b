using System.Collections.Concurrent;
using Strata.Cli.Files;
using Strata.Diagnostics;
using Strata.Platform.Rendering;
using Strata.Templating;

namespace Strata.Cli.Commands;

/// <summary>Makes the files of stacks, from several threads; teams without templates of their own share the repository's, read once.</summary>
internal sealed class StackMaker(CommandContext context)
{
    private readonly ConcurrentDictionary<string, TemplateLibrary> _libraries = new(StringComparer.Ordinal);

    public MadeStack Make(string name, string path)
    {
        var folder = new DiskRenderFolder(path);
        context.Bind(name);
        var (files, diagnostics, read) = context.Time("render", () => context.Stacks.Render(name, LibraryOf));
        context.Stacks.Release(name);
        var found = new DiagnosticBag();
        var plan = files is null ? null : context.Time("compare", () => RenderPlanner.Plan(files, folder, found));
        return new MadeStack(name, plan, folder, read, [.. diagnostics, .. found.Sorted()]);
    }

    private TemplateLibrary LibraryOf(string team) =>
        _libraries.GetOrAdd(DiskTemplates.HasOwn(context.Root, team) ? team : "", (key, root) => new TemplateLibrary(new DiskTemplates(root, key)), context.Root);
}
