namespace Strata.Platform.Workflows;

/// <summary>Where a scheduler runs the steps of its workflows.</summary>
internal enum StepPlace
{
    /// <summary>As pods in a cluster, on the pools of the stack.</summary>
    Pods,

    /// <summary>As jobs in the stack's batch queues.</summary>
    Queue,

    /// <summary>On machines that the cloud starts for each step.</summary>
    CloudMachines,

    /// <summary>As jobs of a Slurm cluster, whose partitions are the stack's pools.</summary>
    Partitions,

    /// <summary>As commands of the one machine that cron is on.</summary>
    OneMachine,
}
