using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

/// <summary>A scheduler for others to use.</summary>
/// <param name="Engine">The engine's name in files: <c>airflow</c>.</param>
internal abstract record SchedulerHandle(string Engine) : Handle;
