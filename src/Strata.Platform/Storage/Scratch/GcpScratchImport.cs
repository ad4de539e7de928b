using Strata.Gcp.Lustre;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>
/// Fills a Managed Lustre file system from a bucket: each night, and whenever someone starts the workflow. The import is an
/// operation and no resource; it copies only what is new or changed since the last.
/// </summary>
internal static class GcpScratchImport
{
    public static void Add(ComponentContext context, Instance instance, Ref<ObjectStore> source)
    {
        var store = context.Use<ObjectStoreHandle>(source);
        if (store is not GcpObjectStoreHandle)
        {
            var cloud = context.Stack.CloudOf(context.Stack.Components.First(c => c is ObjectStore && c.Name == source.Name));
            context.Diagnostics.Add(GcpStorageErrors.SourceElsewhere(source.Span, context.Name, source.Name, cloud.Title()));
            return;
        }

        var gcp = context.Expansion.Foundations.Gcp;
        var name = $"{context.Name}-import";
        store.Grant(context.Scope, name, gcp.Agents.MemberOf("lustre"), AccessLevel.Read);
        GcpRoutine.Add(
            context.Scope,
            context.Expansion,
            name,
            [context.Name, "import"],
            ["lustre.instances.importData"],
            "0 1 * * *",
            GcpRoutine.Call(
                "import",
                "post",
                Output.Format($"https://lustre.googleapis.com/v1/{instance.Id}:importData"),
                body: new ValueMap
                {
                    ["gcsPath"] = new ValueMap { ["uri"] = store.Url },
                    ["lustrePath"] = new ValueMap { ["path"] = "/" },
                }));
    }
}
