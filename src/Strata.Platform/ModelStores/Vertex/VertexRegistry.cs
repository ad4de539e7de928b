using System.ComponentModel;
using Strata.Gcp.ServiceAccount;
using Strata.Gcp.Vertex;
using Strata.Gcp.Vertex.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.ModelStores;

/// <summary>The model registry of Vertex AI, with an experiment board.</summary>
public sealed record VertexRegistryConfig : ModelStoreConfig
{
    [Description("Add a TensorBoard for experiments, which is billed by what is stored in it.")]
    public bool Tensorboard { get; init; } = true;
}

/// <summary>
/// The registry itself is a part of every project: what is made is the account that registers models, and where experiments are
/// written down.
/// </summary>
internal static class VertexRegistry
{
    private const string OnlyGcp = "The registry is a part of Vertex AI, a service of Google Cloud.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<VertexRegistryConfig>("modelStores", "vertex", "strata:modelStore:Vertex", new EngineFacts(
            "Vertex AI Model Registry",
            Maturity.Stable,
            "service",
            null,
            new("https://docs.cloud.google.com/vertex-ai/docs/model-registry/introduction", "2026-11-26")))
        .Managed<VertexRegistryConfig>(Cloud.Gcp, Expand)
        .RefuseSelfHosted(Cloud.Gcp, "The registry is a service, and there is no software to run oneself.", "Use engine: mlflow with 'managed: false', or remove 'managed'.")
        .RefuseBoth(Cloud.Aws, OnlyGcp, "Use engine: sagemaker, which is AWS' counterpart.")
        .RefuseBoth(Cloud.Kubernetes, OnlyGcp, "Use engine: mlflow, which runs on any cluster.");

    private static VertexRegistryHandle Expand(VertexRegistryConfig config, ComponentContext context)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var api = gcp.Api("aiplatform");
        var store = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, config.Artifacts, nameof(config.Artifacts));
        var account = GcpServiceAccount.Add(context.Scope, context.Expansion, $"{context.Name}-account", [context.Name], $"{context.Name} of {context.Stack.Name}", ["roles/aiplatform.user"]);
        store.Grant(context.Scope, $"{context.Name}-{config.Artifacts?.Name ?? "artifacts"}", account.Principal(), AccessLevel.Write);
        var key = gcp.Keys.IdFor("vertex");
        var board = !config.Tensorboard ? null : context.Scope.Add(new AiTensorboard(context.Name, context.HoldsData with { DependsOn = [api] })
        {
            DisplayName = $"{context.Stack.Name}-{context.Name}",
            Description = $"Experiments of {context.Stack.Config.Team}",
            Region = gcp.Region,
            EncryptionSpec = key is null ? null : new AiTensorboardEncryptionSpecArgs { KmsKeyName = key },
        });
        return new VertexRegistryHandle(config, store.Url, account, gcp.Region, board);
    }
}

/// <summary>Vertex AI's registry for others to use.</summary>
internal sealed record VertexRegistryHandle(VertexRegistryConfig Said, Input<string> Artifacts, Account Account, string Location, AiTensorboard? Board) : ModelStoreHandle("vertex", Said, Artifacts)
{
    protected override IEnumerable<Property> More =>
    [
        new("serviceAccount", Account.Email),
        new("location", Location),
        .. Board is null ? Array.Empty<Property>() : [new Property("tensorboard", Board.GetOutput<string>("name"))],
    ];
}
