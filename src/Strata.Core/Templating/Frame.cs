using System.Collections.Immutable;

namespace Strata.Templating;

/// <summary>What belongs to one run of one template: its arguments, its own variables, its innermost loop.</summary>
internal sealed class Frame(ImmutableArray<TemplateValue> arguments, TemplateMap named)
{
    public ImmutableArray<TemplateValue> Arguments { get; } = arguments;

    public TemplateMap Named { get; } = named;

    public Dictionary<string, TemplateValue> Locals { get; } = new(StringComparer.Ordinal);

    public LoopFields? Loop { get; set; }

    /// <summary>How many templates include this one.</summary>
    public int Depth { get; init; }
}
