using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>
/// The base of everything a stack file can say: a record that knows where it was written. Public properties with an
/// <c>init</c> accessor are the file's properties, in camelCase; <c>required</c> ones must be given; initialisers and
/// <see cref="PerEnvironmentAttribute"/> are the defaults.
/// </summary>
public abstract record ConfigRecord
{
    /// <summary>The resolved map the record was bound from; null when the file says nothing and all is default.</summary>
    internal YamlMapping? Mapping { get; set; }

    /// <summary>Where a property was set, or the whole record where it was not. Null when the file says nothing of the record.</summary>
    /// <param name="property">The C# name, as <c>nameof</c> gives it.</param>
    public SourceSpan? SpanOf(string property) =>
        Mapping is null ? null : Mapping[PropertyNames.InFiles(property)]?.Span ?? KeySpan ?? Mapping.Span;

    /// <summary>True when the file, or a fragment it extends, sets the property.</summary>
    public bool IsSet(string property) => Mapping?[PropertyNames.InFiles(property)] is not null;

    /// <summary>Where the record's key stands; null for the top of a file and for items of lists.</summary>
    public SourceSpan? KeySpan { get; internal set; }

    /// <summary>Records are compared by what they say, not by where they say it.</summary>
    public virtual bool Equals(ConfigRecord? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.Name.Length;
}
