using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

/// <summary>What has no effect where the cloud runs Airflow, or where the team does.</summary>
internal static class AirflowRules
{
    public static void CheckManaged(AirflowConfig config, ComponentContext context)
    {
        if (config.Dags is not null)
        {
            context.Diagnostics.Add(PlatformErrors.MeansNothing(config.SpanOf(nameof(config.Dags)), config.Name, "dags", "The cloud's Airflow reads DAGs from its bucket, to which they are copied."));
        }

        if (config.Host is not null)
        {
            context.Diagnostics.Add(PlatformErrors.MeansNothing(config.SpanOf(nameof(config.Host)), config.Name, "host", "The cloud gives its pages a name."));
        }
    }

    /// <exception cref="ExpansionStoppedException">Nothing says where DAGs come from.</exception>
    public static AirflowDags CheckSelfHosted(AirflowConfig config, ComponentContext context)
    {
        foreach (var property in (string[])[nameof(config.Requirements), nameof(config.MaxWorkers)])
        {
            if (config.IsSet(property))
            {
                context.Diagnostics.Add(PlatformErrors.MeansNothing(
                    config.SpanOf(property), config.Name, Stacks.PropertyNames.InFiles(property), "On a cluster every task is a pod of its own, with the packages of its image."));
            }
        }

        if (config.Version == 2)
        {
            context.Diagnostics.Add(OrchestratorErrors.OnlyAirflow3(config.SpanOf(nameof(config.Version)), config.Name));
        }

        if (config.Dags is { } dags)
        {
            return dags;
        }

        context.Diagnostics.Add(OrchestratorErrors.NoDags(config.KeySpan, config.Name));
        throw new ExpansionStoppedException();
    }
}
