namespace Strata.Platform.Workflows;

/// <summary>Something a workflow can ask of its scheduler.</summary>
public enum WorkflowFeature
{
    /// <summary>A step waits for others.</summary>
    Needs,

    /// <summary>A step runs only if a value is right.</summary>
    When,

    /// <summary>A step's value is used by a later step.</summary>
    Outputs,

    /// <summary>A step's files are used by a later step.</summary>
    Artifacts,

    /// <summary>A step runs once for each item of a list known only when it runs.</summary>
    ForEach,

    /// <summary>A step that failed is tried again.</summary>
    Retries,

    /// <summary>A step is stopped after a time.</summary>
    StepTimeout,

    /// <summary>A run is stopped after a time.</summary>
    Timeout,

    /// <summary>A step says what it needs of a machine.</summary>
    Resources,

    /// <summary>A step names the pool it runs on.</summary>
    Pool,

    /// <summary>Whoever starts a run sets values.</summary>
    Parameters,

    /// <summary>It runs at times.</summary>
    Schedule,

    /// <summary>The times are of a time zone.</summary>
    TimeZone,

    /// <summary>Missed times are made up for.</summary>
    CatchUp,

    /// <summary>A new object starts it.</summary>
    NewObject,

    /// <summary>Another workflow's end starts it.</summary>
    After,

    /// <summary>It does not start while it still runs.</summary>
    ForbidConcurrency,

    /// <summary>Starting stops the run that still goes on.</summary>
    ReplaceConcurrency,

    /// <summary>People are told how it went.</summary>
    Notify,

    /// <summary>Steps get secrets.</summary>
    Secrets,
}
