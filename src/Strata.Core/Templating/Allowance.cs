using Strata.Text;

namespace Strata.Templating;

/// <summary>What one rendering may still use up. Counts, not time, so that the answer is the same on every machine.</summary>
internal sealed class Allowance(TemplateLimits limits)
{
    private long _work;
    private int _iterations;
    private int _depth;

    public TemplateLimits Limits => limits;

    /// <summary>Takes a value of a size into account; stops when it alone, or all so far, is too large.</summary>
    public void Make(long size, SourceSpan at)
    {
        _work += size;
        if (size > limits.Output)
        {
            throw new RenderStop(TemplateErrors.TooLarge(at, limits.Output), isFinal: true);
        }

        if (_work > limits.Work)
        {
            throw new RenderStop(TemplateErrors.TooLarge(at, limits.Work), isFinal: true);
        }
    }

    public TemplateValue Made(TemplateValue value, SourceSpan at)
    {
        Make(value.Size, at);
        return value.Depth <= limits.Depth ? value : throw new RenderStop(TemplateErrors.TooDeep(at, limits.Depth));
    }

    public void Iterate(SourceSpan at)
    {
        if (++_iterations > limits.Iterations)
        {
            throw new RenderStop(TemplateErrors.TooManyIterations(at, limits.Iterations), isFinal: true);
        }
    }

    /// <summary>One step down into expressions and blocks, through includes too.</summary>
    public void Enter(SourceSpan at)
    {
        var most = limits.Depth * 6;
        if (_depth >= most)
        {
            throw new RenderStop(TemplateErrors.TooDeep(at, most), isFinal: true);
        }

        _depth++;
    }

    public void Leave() => _depth--;
}
