namespace Strata.Platform.Stacks.Binding;

/// <summary>What people call the kinds of components.</summary>
internal static class KindNames
{
    /// <summary><c>ObjectStore</c> to "object store"; a base type such as <c>StorageConfig</c> to "storage component".</summary>
    public static string Of(Type config)
    {
        var words = PropertyNames.OfChoice(config.Name).Replace('-', ' ');
        return words.EndsWith(" config", StringComparison.Ordinal) ? words[..^" config".Length] + " component" : words;
    }
}
