using Strata.Planning;
using Strata.Platform.Components;

namespace Strata.Platform.Previews;

/// <summary>Something that holds data is deleted or replaced, or might be.</summary>
internal static class DataLossRisk
{
    public static OperationRisk? Of(Operation operation, RiskSettings settings)
    {
        var holder = operation is Kept kept ? kept.Before : operation.Resource;
        if (operation is Create || DataHolders.ContentOf(holder) is not { } content)
        {
            return null;
        }

        switch (operation)
        {
            case Delete delete:
                var rename = settings.Renames.FirstOrDefault(candidate => candidate.From == ComponentPath.Of(delete.Resource));
                return Risk(operation, settings, delete.IsRetained
                    ? $"The engine forgets it, and what it holds ({content}) stays where it is: nothing looks after it any more."
                    : $"It is deleted with what it holds: {content}.", rename?.Advice);

            case Replace replace:
                var forced = replace.Changes.Concat(replace.OptionChanges).Where(change => change.Replacement is Replacement.Certain).Select(change => change.Path.Shown).ToList();
                return Risk(operation, settings, $"'{forced[0]}' replaces it{(forced.Count > 1 ? $", and {Text.Count.Of(forced.Count - 1, "other property")} too" : "")}: the new one starts empty, and what the old one holds ({content}) "
                    + (replace.Before.ResourceOptions.RetainOnDelete ? "stays in it and is forgotten." : "goes with it."), null);

            case Kept { Replacement: Replacement.Conditional or Replacement.Unknown } update:
                var doubtful = update.Changes.Concat(update.OptionChanges).First(change => change.Replacement == update.Replacement).Path.Shown;
                return new OperationRisk(operation, RiskKind.DataLoss, update.Replacement is Replacement.Conditional
                    ? $"It holds {content}. Some changes of '{doubtful}' replace it, others do not: only the provider can tell which this is."
                    : $"It holds {content}. Whether a change of '{doubtful}' replaces it is not known.", false);

            default:
                return null;
        }
    }

    private static OperationRisk Risk(Operation operation, RiskSettings settings, string reason, string? advice)
    {
        var resource = operation is Kept kept ? kept.Before : operation.Resource;
        if (settings.Allowed.Names(resource) || settings.Allowed.Names(operation.Resource))
        {
            return new OperationRisk(operation, RiskKind.DataLoss, $"{reason} The stack allows it.", false);
        }

        var how = settings.HowToAllow(AllowedReplacements.EntryFor(operation.Resource));
        return new OperationRisk(operation, RiskKind.DataLoss, advice is null ? $"{reason} {how}" : $"{reason} {advice} {how}", true);
    }
}
