using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

/// <summary>A scheduler for others to use.</summary>
/// <param name="Engine">The engine's word in files.</param>
internal abstract record SchedulerHandle(string Engine) : Handle;
