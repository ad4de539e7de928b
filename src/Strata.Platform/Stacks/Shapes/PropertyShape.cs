namespace Strata.Platform.Stacks.Shapes;

/// <summary>One property of a record.</summary>
/// <param name="Name">As in files, camelCase.</param>
/// <param name="Description">One sentence or two for people.</param>
/// <param name="IsRequired">There is no default.</param>
/// <param name="PerEnvironment">The default by environment, as written in a file; null when there is none or it is always the same.</param>
/// <param name="Get">Reads it from a record.</param>
/// <param name="Set">Sets it on a record that is being bound.</param>
internal sealed record PropertyShape(
    string Name,
    Shape Shape,
    string Description,
    bool IsRequired,
    PerEnvironmentAttribute? PerEnvironment,
    Func<ConfigRecord, object?> Get,
    Action<ConfigRecord, object?> Set);
