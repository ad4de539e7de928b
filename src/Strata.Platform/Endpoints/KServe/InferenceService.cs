using Strata.Graph;
using Strata.Kubernetes.Policy.V1;
using Strata.Kubernetes.Policy.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Endpoints;

/// <summary>The inference services of one endpoint: what they have in common.</summary>
internal sealed class InferenceService(
    KServeEndpoint config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space, Replica replica, PodIdentity identity, RolloutStrategy strategy)
{
    public const string Label = "serving.kserve.io/inferenceservice";

    /// <summary>Adds the service of one model, and what keeps enough of its pods.</summary>
    public Resource Add(Track track, ModelFiles? model)
    {
        var name = track.NameIn(context.Name);
        var service = OperatorObject.Add(
            context.Scope, context.Stack, cluster, name, "serving.kserve.io/v1beta1:InferenceService", name, space.Name, name, new() { ["predictor"] = Predictor(track, model) },
            new ResourceOptions { DependsOn = [space.Resource, .. identity.Ready, .. cluster.Operators?.After(ClusterOperator.Kserve) ?? []] }, notes: Notes());
        if (config.Min > 1)
        {
            context.Scope.Add(new PodDisruptionBudget($"{name}-budget", new ResourceOptions { DependsOn = [space.Resource] })
            {
                Metadata = KubernetesObject.Meta(context.Stack, name, name, space.Name),
                Spec = new PodDisruptionBudgetSpecArgs { MaxUnavailable = 1, Selector = new() { MatchLabels = new() { [Label] = name } }, UnhealthyPodEvictionPolicy = "AlwaysAllow" },
            });
        }

        return service;
    }

    /// <summary>Where the store is MinIO, KServe's own container takes the key from the identity's secret.</summary>
    private InputMap<string> Notes()
    {
        var notes = new InputMap<string> { ["serving.kserve.io/deploymentMode"] = "Standard", ["serving.kserve.io/autoscalerClass"] = "hpa" };
        if (identity.Environment.Count > 0)
        {
            notes["serving.kserve.io/secretName"] = MinioUser.SecretOf(context.Name);
        }

        return notes;
    }

    private ValueMap Predictor(Track track, ModelFiles? model) => new()
    {
        ["minReplicas"] = config.Min,
        ["maxReplicas"] = config.Max,
        ["scaleMetric"] = config.Scaling is { } scaling ? RolloutRules.Word(scaling.Metric) : "cpu",
        ["scaleTarget"] = config.Scaling?.Target ?? 70,
        ["serviceAccountName"] = identity.Account,
        ["nodeSelector"] = replica.NodeSelector?.ToValue(),
        ["tolerations"] = replica.Tolerations?.ToValue(),
        ["labels"] = new ValueMap { [PodDoor.Label] = context.Name },
        ["securityContext"] = ServerPod.Security,
        ["deploymentStrategy"] = new ValueMap { ["type"] = "RollingUpdate", ["rollingUpdate"] = new ValueMap { ["maxSurge"] = 1, ["maxUnavailable"] = 0 } },
        ["model"] = track.Image is null ? (Value)Model(track, model!) : null,
        ["containers"] = track.Image is { } image ? Value.List(Container(image, model)) : null,
    };

    private ValueMap Model(Track track, ModelFiles model)
    {
        var format = config.Framework ?? throw new ExpansionStoppedException();
        var runtime = KServeRuntime.Of(format);

        // Behind one route requests name one model; a graph calls each by its own name.
        var rename = track.Variant.Length > 0 && strategy != RolloutStrategy.Ab;
        var environment = config.Environment.Select(variable => KubernetesJob.Variable(variable.Key, variable.Value));
        if (rename && runtime.Name == "kserve-mlserver")
        {
            environment = environment.Append(KubernetesJob.Variable("MLSERVER_MODEL_NAME", context.Name));
        }

        return new()
        {
            ["modelFormat"] = new ValueMap { ["name"] = RolloutRules.Word(format) },
            ["runtime"] = runtime.Name,
            ["protocolVersion"] = runtime.Protocol,
            ["storageUri"] = model.Uri,
            ["args"] = rename && runtime.TakesNameAsArgument ? Value.List($"--model_name={context.Name}") : null,
            ["env"] = List(environment.Select(variable => variable.ToValue())),
            ["resources"] = replica.Resources,
        };
    }

    /// <summary>KServe puts the files under /mnt/models of the container of this name.</summary>
    private ValueMap Container(string image, ModelFiles? model) => new()
    {
        ["name"] = "kserve-container",
        ["image"] = ServingImage.Of(context, image, config.SpanOf(nameof(config.Image)), byPods: true),
        ["env"] = List(
        [
            .. model is null ? Array.Empty<Value>() : [new ValueMap { ["name"] = "STORAGE_URI", ["value"] = model.Uri }],
            .. config.Environment.Select(variable => KubernetesJob.Variable(variable.Key, variable.Value).ToValue()),
        ]),
        ["resources"] = replica.Resources,
        ["securityContext"] = ServerPod.Container,
    };

    private static Value? List(IEnumerable<Value> items) => items.ToList() is { Count: > 0 } some ? Value.List(some) : null;
}
