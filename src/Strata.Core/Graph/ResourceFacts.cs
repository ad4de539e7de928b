namespace Strata.Graph;

/// <summary>
/// What the provider's schema says of a resource type beyond names and types. Paths are input paths such as <c>bucket</c>,
/// <c>metadata.name</c> or <c>rules[*].id</c>; unless said otherwise a path stands for all that is below it too.
/// </summary>
public sealed record ResourceFacts
{
    public static ResourceFacts None { get; } = new();

    /// <summary>The plugin version the facts were read from, such as <c>7.48.0</c>; null when the type needs no plugin.</summary>
    public string? PluginVersion { get; init; }

    /// <summary>A change of these replaces the resource.</summary>
    public IReadOnlyList<string> ReplaceOnChange { get; init; } = [];

    /// <summary>
    /// Blocks that replace the resource when they come or go, or a list of them grows or shrinks. A change inside one goes by
    /// its own path, so these stand for themselves alone.
    /// </summary>
    public IReadOnlyList<string> ReplaceOnPresence { get; init; } = [];

    /// <summary>Some changes of these replace the resource, others update it.</summary>
    public IReadOnlyList<string> MayReplaceOnChange { get; init; } = [];

    /// <summary>Inputs of which it is not known whether a change replaces the resource.</summary>
    public IReadOnlyList<string> ReplaceUnknown { get; init; } = [];

    /// <summary>Inputs whose values are secret.</summary>
    public IReadOnlyList<string> SecretInputs { get; init; } = [];

    /// <summary>Outputs whose values are secret.</summary>
    public IReadOnlyList<string> SecretOutputs { get; init; } = [];

    public IReadOnlyList<string> DeprecatedInputs { get; init; } = [];

    /// <summary>The provider deletes before it creates, because two cannot exist at once.</summary>
    public bool DeleteBeforeReplace { get; init; }

    /// <summary>The plugin expands the resource into others (a chart, a folder of manifests): the engine is told that it is a remote component.</summary>
    public bool IsRemoteComponent { get; init; }

    /// <summary>The type itself is deprecated.</summary>
    public bool Deprecated { get; init; }
}
