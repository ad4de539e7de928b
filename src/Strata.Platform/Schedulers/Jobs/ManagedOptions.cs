using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Schedulers;

/// <summary>Options that one way to run an engine has and another has not.</summary>
internal static class ManagedOptions
{
    /// <summary>Says of each option that is set that it would have no effect.</summary>
    /// <param name="reason">A full sentence without its end.</param>
    /// <param name="hint">A full sentence without its end.</param>
    public static void Refuse(ComponentContext context, SchedulerConfig config, string reason, string hint, params string[] properties)
    {
        foreach (var property in properties.Where(config.IsSet))
        {
            context.Diagnostics.Add(JobEngineErrors.MeansNothing(config.SpanOf(property), config.Name, PropertyNames.InFiles(property), reason, hint));
        }
    }
}
