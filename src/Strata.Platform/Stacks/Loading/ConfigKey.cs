namespace Strata.Platform.Stacks;

/// <summary>A key below <c>config:</c>, as Pulumi reads it: a namespace and a name.</summary>
internal readonly record struct ConfigKey(string Namespace, string Name)
{
    /// <summary>The project's name, which is the namespace of keys written without one.</summary>
    public const string Project = "strata";

    public bool IsOurs => Namespace == Project;

    /// <summary>
    /// <c>namespace:name</c>, the old <c>namespace:config:name</c>, or a bare name of the project's namespace; null for anything
    /// else.
    /// </summary>
    public static ConfigKey? Parse(string text)
    {
        ConfigKey? key = text.Split(':') switch
        {
            [var name] => new ConfigKey(Project, name),
            [var space, var name] => new ConfigKey(space, name),
            [var space, "config", var name] => new ConfigKey(space, name),
            _ => null,
        };
        return key is { Namespace.Length: > 0, Name.Length: > 0 } ? key : null;
    }

    public override string ToString() => $"{Namespace}:{Name}";
}
