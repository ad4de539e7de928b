using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Schedulers;

/// <summary>Problems of plain cron.</summary>
public static class CronErrors
{
    public static Diagnostic ManyMachines(SourceSpan? at, string name, string machines, int max) => Diagnostic.Error("STR805", at,
        $"'{name}' is to run on '{machines}', which is up to {max} machines, and each of them would run every command. Name a single machine, with 'max: 1'.");
}
