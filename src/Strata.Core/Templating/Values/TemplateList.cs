using System.Collections.Immutable;

namespace Strata.Templating;

public sealed record TemplateList : TemplateValue
{
    public TemplateList(ImmutableArray<TemplateValue> items)
    {
        Items = items;
        (Size, Depth) = (1, 0);
        foreach (var item in items)
        {
            Size += item.Size;
            Depth = Math.Max(Depth, item.Depth);
        }

        Depth++;
    }

    public static TemplateList Empty { get; } = new([]);

    public ImmutableArray<TemplateValue> Items { get; }

    internal override string Kind => "a list";

    internal override long Size { get; }

    internal override int Depth { get; }

    public bool Equals(TemplateList? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override int GetHashCode() => Items.Aggregate(Items.Length, HashCode.Combine);
}
