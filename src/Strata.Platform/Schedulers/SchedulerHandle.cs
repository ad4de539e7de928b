using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

internal abstract record SchedulerHandle(string Engine) : Handle;
