using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Stacks;

/// <summary>
/// Loads stacks: reads the stack file (or takes what the engine passes), follows <c>strata:extends</c>, merges. One loader serves
/// many stacks and threads and reads each fragment once; a fragment's problems are reported for every stack that extends it.
/// </summary>
public sealed class StackLoader(IStackFiles files)
{
    private readonly FragmentLibrary _library = new(files);

    /// <summary>
    /// The stacks that have a file <c>stacks/Pulumi.&lt;name&gt;.yaml</c>, in ordinal order. One that has only a <c>.yml</c> file, which
    /// Pulumi would not find, is among them: loading it says so.
    /// </summary>
    public IReadOnlyList<string> StackNames => _library.Stacks;

    /// <summary>All fragments there are, in the order of their names.</summary>
    internal IEnumerable<ConfigFile> Fragments => _library.Fragments.Select(_library.Find).OfType<ConfigFile>();

    /// <summary>A stack as its file has it. Null when it, or a fragment it extends, is missing or cannot be read.</summary>
    public ResolvedStack? Load(string stackName, DiagnosticBag diagnostics)
    {
        var path = StackPaths.OfStack(stackName);
        CheckEnding(path, diagnostics);
        if (!_library.Has(path))
        {
            if (!_library.Has(StackPaths.WithShortEnding(path)))
            {
                diagnostics.Add(StackErrors.StackNotFound(stackName, path, StackNames));
            }

            return null;
        }

        if (files.Read(path) is not { } source)
        {
            diagnostics.Add(StackErrors.FileNotReadable(null, path));
            return null;
        }

        if (ConfigFileReader.ReadEntries(source, diagnostics) is not { } entries)
        {
            return null;
        }

        EngineConfigSize.Check(source, entries, diagnostics);
        return Resolve(stackName, ConfigFileBuilder.Build(source, entries, diagnostics, isReadable: true), isInFile: true, diagnostics);
    }

    /// <summary>
    /// A stack as the engine passes it in <c>PULUMI_CONFIG</c>, which is the truth in a Pulumi program; the stack file only says on
    /// which line a value stands. Fragments are read as ever.
    /// </summary>
    /// <param name="engineConfig">Full keys (<c>strata:storage</c>) and texts, JSON for maps and lists.</param>
    /// <param name="secretKeys">
    /// The keys of <c>PULUMI_CONFIG_SECRET_KEYS</c>. Without them only the stack file tells which provider values are secret.
    /// </param>
    public ResolvedStack? LoadFromEngine(
        string stackName, IReadOnlyDictionary<string, string> engineConfig, DiagnosticBag diagnostics, IReadOnlyCollection<string>? secretKeys = null)
    {
        var path = StackPaths.OfStack(stackName);
        var source = _library.Has(path) ? files.Read(path) : null;
        // The file's own problems are not the engine's: Pulumi has read it, or another one in its place.
        var written = source is null ? [] : ConfigFileReader.ReadEntries(source, []) ?? [];
        var config = new EngineConfig(written, secretKeys, diagnostics);
        var file = ConfigFileBuilder.Build(source ?? new SourceText(path, ""), config.Read(engineConfig), diagnostics, isReadable: true);
        return Resolve(stackName, file, source is not null, diagnostics) is { } stack ? stack with { Secrets = config.Secrets } : null;
    }

    private ResolvedStack? Resolve(string name, ConfigFile stack, bool isInFile, DiagnosticBag diagnostics)
    {
        if (new LayerWalk(_library, diagnostics).Walk(stack) is not { } layers)
        {
            return null;
        }

        var config = LayerMerge.Merge(layers.Select(l => l.File.Strata), stack.Strata.Span, diagnostics);
        var providers = LayerMerge.Merge(layers.Select(l => l.File.Providers), stack.Providers.Span, diagnostics);
        TeamBorders.Check(layers, config, diagnostics);
        IEnumerable<string> read = isInFile ? [stack.Path] : [];
        return new ResolvedStack(name, stack.Source, config, providers, [.. read.Concat(layers.SkipLast(1).Select(l => l.File.Path)).Distinct()])
        {
            WithoutEffect = [.. UnusedParts.LayersIn(layers, config, providers)],
        };
    }

    private void CheckEnding(string path, DiagnosticBag diagnostics)
    {
        var wrong = StackPaths.WithShortEnding(path);
        if (_library.Has(wrong))
        {
            diagnostics.Add(StackErrors.ShortEnding(null, wrong, path));
        }
    }
}
