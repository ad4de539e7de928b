using Strata.Gcp.Filestore;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Storage;

/// <summary>
/// Backups of a Filestore instance: one each night, kept for thirty days. Filestore has no schedule of its own, and a backup as
/// a resource would be taken once only.
/// </summary>
internal static class GcpFileBackups
{
    private const int KeepSeconds = 30 * 86_400;

    public static void Add(ComponentContext context, Instance instance, string share)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var backups = $"https://file.googleapis.com/v1/projects/{gcp.Project}/locations/{gcp.Region}/backups";
        GcpRoutine.Add(
            context.Scope,
            context.Expansion,
            $"{context.Name}-backup",
            [context.Name, "backup"],
            ["file.backups.create", "file.backups.delete", "file.backups.get", "file.backups.list", "file.instances.get", "file.operations.get"],
            "30 1 * * *",
            GcpRoutine.Call(
                "take",
                "post",
                backups,
                body: new ValueMap { ["sourceInstance"] = instance.Id, ["sourceFileShare"] = share },
                query: new ValueMap { ["backupId"] = Output.Format($"${{\"{instance.Name}-\" + text.substring(time.format(sys.now()), 0, 10)}}") }),
            GcpRoutine.Call("list", "get", backups, query: new ValueMap { ["pageSize"] = 1000 }, result: "all"),
            GcpRoutine.Step("prune", new ValueMap
            {
                ["for"] = new ValueMap
                {
                    ["value"] = "backup",
                    ["in"] = "${default(map.get(all.body, \"backups\"), [])}",
                    ["steps"] = Value.List(GcpRoutine.Step("check", new ValueMap { ["switch"] = Value.List(Old(instance)) })),
                },
            }));
    }

    private static Value Old(Instance instance) => new ValueMap
    {
        ["condition"] = Output.Format($"${{backup.sourceInstance == \"{instance.Id}\" and time.parse(backup.createTime) < sys.now() - {KeepSeconds}}}"),
        ["steps"] = Value.List(GcpRoutine.Call("remove", "delete", "${\"https://file.googleapis.com/v1/\" + backup.name}")),
    };
}
