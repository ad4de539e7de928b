using Strata.Text;

namespace Strata.Platform.Stacks;

/// <summary>A reference by name to another component of the stack.</summary>
public abstract record Ref(string Name, SourceSpan Span)
{
    /// <summary>What the name must name: the config type of something with a name.</summary>
    public abstract Type Target { get; }

    public sealed override string ToString() => Name;
}

/// <summary>A reference to a component whose config is a <typeparamref name="T"/>. Checked when the stack is bound.</summary>
public sealed record Ref<T>(string Name, SourceSpan Span) : Ref(Name, Span)
    where T : NamedConfig
{
    public override Type Target => typeof(T);

    public bool Equals(Ref<T>? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => Name.Length;
}
