using Strata.Gcp.ServiceAccount;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Endpoints;

/// <summary>Batch scoring as a routine that starts a batch prediction job: it takes image and files as they are, and no model has to be uploaded first.</summary>
internal static class VertexScoring
{
    public static EndpointHandle Expand(VertexEndpoint config, ComponentContext context, ModelFiles? model)
    {
        if (config is not { Input: { } input, Output: { } output })
        {
            throw new ExpansionStoppedException();
        }

        EndpointRules.Need(config, context, nameof(config.Schedule), config.Schedule?.Text, "A routine of Google Cloud runs on a schedule; between times anyone may start its workflow.", "0 3 * * *");
        var gcp = context.Expansion.Foundations.Gcp;
        var from = ModelFiles.Of(context, config, input, nameof(config.Input), RolloutTable.Vertex, AccessLevel.Read, "gs");
        var to = ModelFiles.Of(context, config, output, nameof(config.Output), RolloutTable.Vertex, AccessLevel.Write, "gs");
        var account = VertexAccount.Add(context, [from, to, .. model is null ? Array.Empty<ModelFiles>() : [model]]);
        var body = Job(config, context, account, model, from, to);
        var workflow = GcpRoutine.Add(
            context.Scope, context.Expansion, $"{context.Name}-score", [context.Name, "score"],
            ["aiplatform.batchPredictionJobs.create", "aiplatform.batchPredictionJobs.get", "iam.serviceAccounts.actAs"], config.Schedule!.Text,
            GcpRoutine.Call("start", "post", $"https://{gcp.Region}-aiplatform.googleapis.com/v1/projects/{gcp.Project}/locations/{gcp.Region}/batchPredictionJobs", body, result: "started"));
        return new VertexBatchHandle(workflow.Id, account.Email, body);
    }

    /// <summary>As Vertex AI's API takes it (v1, BatchPredictionJob with an unmanaged container).</summary>
    private static ValueMap Job(VertexEndpoint config, ComponentContext context, Account account, ModelFiles? model, ModelFiles from, ModelFiles to)
    {
        var key = context.Expansion.Foundations.Gcp.Keys.IdFor("endpoints");
        return new()
        {
            ["displayName"] = context.Named(Naming.GcpNames.Vertex),
            ["unmanagedContainerModel"] = new ValueMap
            {
                ["artifactUri"] = model?.Uri.Value,
                ["containerSpec"] = new ValueMap
                {
                    ["imageUri"] = ServingImage.Of(context, config.Image!, config.SpanOf(nameof(config.Image))),
                    ["env"] = config.Environment.Count == 0 ? null : Value.List(config.Environment.Select(variable => (Value)new ValueMap { ["name"] = variable.Key, ["value"] = variable.Value })),
                },
            },
            ["inputConfig"] = new ValueMap { ["instancesFormat"] = "jsonl", ["gcsSource"] = new ValueMap { ["uris"] = Value.List(Output.Format($"{from.Uri}/*").Value) } },
            ["outputConfig"] = new ValueMap { ["predictionsFormat"] = "jsonl", ["gcsDestination"] = new ValueMap { ["outputUriPrefix"] = to.Uri } },
            ["dedicatedResources"] = new ValueMap { ["machineSpec"] = VertexMachine.Of(config, context), ["startingReplicaCount"] = 1, ["maxReplicaCount"] = config.Parallelism },
            ["serviceAccount"] = account.Email,
            ["labels"] = GcpResourceLabels.Of(context),
            ["encryptionSpec"] = key is null ? null : (Value)new ValueMap { ["kmsKeyName"] = key },
        };
    }
}
