using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.ModelStores;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Compute;

/// <summary>What an identity on AWS has to be allowed for the storage that a component names.</summary>
internal static class AwsStorageAccess
{
    /// <param name="at">The component that names it.</param>
    /// <param name="property">The property that names it, for messages.</param>
    public static IReadOnlyList<PolicyStatement> StatementsFor(
        ComponentContext context, ComponentConfig at, IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> access, string property)
    {
        var statements = new List<PolicyStatement>();
        foreach (var (storage, level) in access)
        {
            if (context.Stack.Config.Storage.GetValueOrDefault(storage.Name) is { } config && context.Stack.CloudOf(config) is var there && there != Cloud.Aws)
            {
                context.Diagnostics.Add(ComputeErrors.AccessAcrossClouds(at.SpanOf(property), context.Name, storage.Name, there.Title(), context.Cloud.Title()));
                continue;
            }

            statements.AddRange(context.Use<StorageHandle>(storage).StatementsFor(level));
        }

        statements.AddRange(MlflowRights.OfRuns(context.Expansion));
        return statements;
    }
}
