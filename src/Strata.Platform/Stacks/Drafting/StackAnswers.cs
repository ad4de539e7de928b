namespace Strata.Platform.Stacks.Drafting;

/// <summary>What someone who wants a stack says of it.</summary>
/// <param name="Team">The team's name.</param>
/// <param name="Owner">Who answers for it: a mail address.</param>
/// <param name="Extends">The fragments it extends; what they say is left out of the draft.</param>
public sealed record StackAnswers(string Team, Cloud Cloud, DeploymentEnvironment Environment, string Owner, TeamWork Work, IReadOnlyList<TeamNeed> Needs, IReadOnlyList<string> Extends)
{
    /// <summary>US dollars a month; null for no budget.</summary>
    public int? Budget { get; init; }

    /// <summary>Who works in it, by mail address.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>AWS: the region; Google Cloud: the zone, whose region it is. Null where a fragment says it.</summary>
    public string? Place { get; init; }

    /// <summary>Google Cloud: the project; Kubernetes: the context in the kubeconfig.</summary>
    public string? Target { get; init; }
}

/// <summary>What a team mostly works on.</summary>
public enum TeamWork
{
    Tabular,
    Vision,
    Language,
    Recommendation,
}

/// <summary>What a team can ask for beside storage and a queue for jobs.</summary>
public enum TeamNeed
{
    /// <summary>A place to try things out.</summary>
    Notebooks,

    /// <summary>A queue whose machines have GPUs.</summary>
    Gpus,

    /// <summary>Tables to query.</summary>
    Warehouse,

    /// <summary>A scheduler, a registry for images and a first workflow.</summary>
    Workflows,

    /// <summary>A feature store with a first view.</summary>
    Features,

    /// <summary>A model store.</summary>
    Models,
}
