using Strata.Graph;
using Strata.Planning;

namespace Strata.Platform.Previews;

/// <summary>Something that people or programs use is away for a while.</summary>
internal static class DowntimeRisk
{
    /// <summary>What runs on or behind a resource, so that replacing it interrupts even when the new one comes first.</summary>
    private static readonly Dictionary<string, string> Carriers = new(StringComparer.Ordinal)
    {
        ["aws:eks/cluster:Cluster"] = "Everything that runs on the cluster stops until it is deployed to the new one.",
        ["gcp:container/cluster:Cluster"] = "Everything that runs on the cluster stops until it is deployed to the new one.",
        ["aws:eks/nodeGroup:NodeGroup"] = "Every pod on its nodes is moved.",
        ["gcp:container/nodePool:NodePool"] = "Every pod on its nodes is moved.",
        ["aws:ec2/vpc:Vpc"] = "Everything in the network is made anew.",
        ["gcp:compute/network:Network"] = "Everything in the network is made anew.",
        ["aws:ec2/instance:Instance"] = "Whoever works on the machine is thrown out.",
        ["gcp:compute/instance:Instance"] = "Whoever works on the machine is thrown out.",
        ["aws:mwaa/environment:Environment"] = "No workflow runs until the new environment is up, and the history of runs is gone.",
        ["gcp:composer/environment:Environment"] = "No workflow runs until the new environment is up, and the history of runs is gone.",
        ["aws:lb/loadBalancer:LoadBalancer"] = "Its address changes.",
    };

    /// <summary>Inputs whose change restarts a thing with one copy, although it updates in place.</summary>
    private static readonly Dictionary<string, string[]> Restarts = new(StringComparer.Ordinal)
    {
        ["aws:rds/instance:Instance"] = ["instanceClass", "engineVersion", "parameterGroupName", "storageType"],
        ["gcp:sql/databaseInstance:DatabaseInstance"] = ["settings.tier", "settings.availabilityType", "databaseVersion"],
        ["gcp:redis/instance:Instance"] = ["memorySizeGb", "redisVersion"],
        ["gcp:compute/instance:Instance"] = ["machineType"],
        ["aws:ec2/instance:Instance"] = ["instanceType"],
        ["aws:sagemaker/notebookInstance:NotebookInstance"] = ["instanceType", "volumeSize"],
        ["aws:mwaa/environment:Environment"] = ["airflowVersion", "environmentClass"],
    };

    public static OperationRisk? Of(Operation operation) => operation switch
    {
        Replace replace when DataHolders.ContentOf(replace.Before) is null => OfReplace(replace),
        Update update => OfUpdate(update),
        _ => null,
    };

    private static OperationRisk? OfReplace(Replace replace)
    {
        var forced = $"'{replace.Changes.First(change => change.Replacement is Replacement.Certain).Path.Shown}' replaces it";
        return Carriers.TryGetValue(replace.Resource.TypeToken, out var effect) ? Risk(replace, $"{forced}. {effect}")
            : replace.DeletesFirst ? Risk(replace, $"{forced}, and the old one goes before the new one comes.")
            : null;
    }

    private static OperationRisk? OfUpdate(Update update)
    {
        if (Restarts.TryGetValue(update.Resource.TypeToken, out var inputs)
            && update.Changes.FirstOrDefault(change => inputs.Any(input => PropertyPath.Parse(input).Covers(change.Path))) is { } restart)
        {
            return Risk(update, $"A change of '{restart.Path.Shown}' restarts it.");
        }

        return IsSingle(update.Resource) && update.Changes.FirstOrDefault(change => PropertyPath.Parse("spec.template").Covers(change.Path)) is { } pod
            ? Risk(update, $"'{pod.Path.Shown}' restarts its only pod, and there is no other to answer meanwhile.")
            : Carriers.TryGetValue(update.Resource.TypeToken, out var effect) && update.Changes.FirstOrDefault(change => change.Replacement is Replacement.Conditional) is { } doubtful
                ? Risk(update, $"Some changes of '{doubtful.Path.Shown}' replace it: only the provider can tell. {effect}")
                : null;
    }

    /// <summary>One pod that goes before the next one comes: of a stateful set, or of a deployment that recreates. A deployment that rolls has the new one first.</summary>
    private static bool IsSingle(Resource resource) =>
        Spec(resource) is { } spec && spec["replicas"] is null or NumberValue { Number: <= 1 } && resource.TypeToken switch
        {
            "kubernetes:apps/v1:StatefulSet" => true,
            "kubernetes:apps/v1:Deployment" => (spec["strategy"] as ObjectValue)?["type"] is TextValue { Text: "Recreate" },
            _ => false,
        };

    private static ObjectValue? Spec(Resource resource) => resource.InputProperties.FirstOrDefault(input => input.Name == "spec").Value as ObjectValue;

    private static OperationRisk Risk(Operation operation, string reason) => new(operation, RiskKind.Downtime, reason, false);
}
