using Strata.Diagnostics;

namespace Strata.Platform.Stacks;

/// <summary>
/// Puts a stack's files in order: what a file extends comes before it, in the order it is listed. A fragment that is reached
/// twice is applied twice, each time in its place.
/// </summary>
internal sealed class LayerWalk(FragmentLibrary library, DiagnosticBag diagnostics)
{
    /// <summary>Fragments that extend each other in pairs double with each level; real stacks have about five.</summary>
    private const int MostLayers = 256;

    private readonly List<Layer> _layers = [];
    private readonly List<string> _path = [];
    private bool _isComplete = true;

    /// <summary>The layers, the stack last; null when one of them is missing or cannot be read.</summary>
    public IReadOnlyList<Layer>? Walk(ConfigFile stack)
    {
        Add(new Layer(stack, null, null));
        return _isComplete ? _layers : null;
    }

    private void Add(Layer layer)
    {
        if (layer.Reference is not null)
        {
            diagnostics.AddRange(layer.File.Diagnostics);
        }

        _isComplete &= layer.File.IsReadable;
        _path.Add(layer.File.Name);
        foreach (var reference in layer.File.Extends)
        {
            if (_layers.Count >= MostLayers)
            {
                diagnostics.Add(StackErrors.TooManyLayers(reference.Span, MostLayers));
                _isComplete = false;
                break;
            }

            Follow(reference, layer.File);
        }

        _path.RemoveAt(_path.Count - 1);
        _layers.Add(layer);
    }

    private void Follow(FragmentReference reference, ConfigFile by)
    {
        if (_path.LastIndexOf(reference.Name) is >= 0 and var start)
        {
            diagnostics.Add(StackErrors.ExtendsCycle(reference.Span, [.. _path.Skip(start), reference.Name]));
            _isComplete = false;
        }
        else if (library.Find(reference.Name) is { } fragment)
        {
            Add(new Layer(fragment, reference, by));
        }
        else
        {
            diagnostics.Add(Missing(reference));
            _isComplete = false;
        }
    }

    private Diagnostic Missing(FragmentReference reference)
    {
        var path = StackPaths.OfFragment(reference.Name);
        if (StackPaths.StackOf(path) is not null || library.Has(StackPaths.OfStack(reference.Name)))
        {
            return StackErrors.ExtendsStack(reference.Span, reference.Name);
        }

        if (library.Has(path))
        {
            return StackErrors.FileNotReadable(reference.Span, path);
        }

        return library.Has(StackPaths.WithShortEnding(path))
            ? StackErrors.ShortEnding(reference.Span, StackPaths.WithShortEnding(path), path)
            : StackErrors.FragmentNotFound(reference.Span, reference.Name, library.Fragments);
    }
}
