using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Tracking;

namespace Strata.Platform.ModelStores;

/// <summary>
/// Rights in the MLflow that SageMaker runs, which knows everybody by an AWS identity and lets nobody in without them
/// (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakermlflow.html).
/// </summary>
internal static class MlflowRights
{
    /// <summary>What runs may do where the stack's experiments are written down in it: everything but delete. Nothing where they are written down elsewhere.</summary>
    public static IReadOnlyList<PolicyStatement> OfRuns(StackExpansion expansion)
    {
        if (expansion.Stack.Config.Tracking is not { Engine: TrackingEngine.Mlflow } tracking)
        {
            return [];
        }

        List<MlflowConfig> servers = [.. expansion.Stack.Components.OfType<MlflowConfig>()];
        return (tracking.Store is { } named ? servers.Find(one => one.Name == named.Name) : servers is [var only] ? only : null) is { } server && IsManaged(server, expansion.Stack)
            ? [new PolicyStatement(Actions("AccessUI", "Create*", "Get*", "List*", "Log*", "Search*", "Set*", "Update*", "FinalizeLoggedModel", "TransitionModelVersionStage"), [ArnOf(server, expansion)]), .. Artifacts(server, expansion)]
            : [];
    }

    /// <summary>What people may do in all that the stack has.</summary>
    public static IEnumerable<PolicyStatement> OfPeople(StackExpansion expansion, AccessLevel level)
    {
        List<Input<string>> servers = [.. expansion.Stack.Components.OfType<MlflowConfig>().Where(server => IsManaged(server, expansion.Stack)).OrderBy(server => server.Name, StringComparer.Ordinal).Select(server => (Input<string>)ArnOf(server, expansion))];
        return servers.Count == 0 ? [] :
        [
            new PolicyStatement(level == AccessLevel.Write ? Actions("*") : Actions("AccessUI", "Get*", "List*", "Search*"), servers),
            new PolicyStatement(["sagemaker:CreatePresignedMlflowTrackingServerUrl", "sagemaker:DescribeMlflowTrackingServer"], servers),
        ];
    }

    private static bool IsManaged(MlflowConfig server, StackModel stack) => stack.CloudOf(server) == Cloud.Aws && BuyOrBuild.Of(Mlflow.Kind, server, stack).Managed;

    private static Output<string> ArnOf(MlflowConfig server, StackExpansion expansion) =>
        Output.Format($"arn:aws:sagemaker:{expansion.Foundations.Aws.Region}:{expansion.Foundations.Aws.AccountId}:mlflow-tracking-server/{expansion.Named(AwsNames.SageMakerMlflowServer, server.Name)}");

    /// <summary>Runs write models and figures to the bucket themselves.</summary>
    private static IReadOnlyList<PolicyStatement> Artifacts(MlflowConfig server, StackExpansion expansion)
    {
        List<ObjectStore> stores = [.. expansion.Stack.Components.OfType<ObjectStore>().Where(store => expansion.Stack.CloudOf(store) == Cloud.Aws)];
        var store = server.Artifacts is { } named ? stores.Find(one => one.Name == named.Name) : stores is [var only] ? only : null;
        return store is not null && expansion.Expand(store) is ObjectStoreHandle handle ? handle.StatementsFor(AccessLevel.Write) : [];
    }

    private static IReadOnlyList<string> Actions(params string[] names) => [.. names.Select(name => $"sagemaker-mlflow:{name}")];
}
