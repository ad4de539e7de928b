using Strata.Aws.Sagemaker;
using Strata.Aws.Sagemaker.Inputs;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Naming;

namespace Strata.Platform.Endpoints;

/// <summary>What an endpoint's models run on. It never changes, so only the beginning of its name is given.</summary>
internal static class SageMakerConfiguration
{
    public static EndpointConfiguration Add(SageMakerEndpoint config, ComponentContext context, IReadOnlyList<(Track Track, Model Model)> models, ModelFiles? kept)
    {
        var machine = SageMakerRules.IsServerless(config) ? null : SageMakerMachines.Choose(config, context);
        return context.Scope.Add(new EndpointConfiguration($"{context.Name}-configuration", new ResourceOptions { IgnoreChanges = machine is null ? [] : ["productionVariants[*].initialInstanceCount"] })
        {
            NamePrefix = context.PrefixFor(AwsNames.SageMaker),
            KmsKeyArn = machine is null ? null : SageMakerMachines.DiskKey(context, machine),
            ProductionVariants = [.. models.Where(one => !one.Track.IsShadow).Select(one => Production(config, machine, one.Track, one.Model))],
            ShadowProductionVariants = models.Any(one => one.Track.IsShadow) ? [.. models.Where(one => one.Track.IsShadow).Select(one => Shadow(config, machine!, one.Track, one.Model))] : null,
            AsyncInferenceConfig = config.Async ? Async(context, kept!) : null,
            DataCaptureConfig = config.Capture is { } percent ? Capture(context, percent, kept!) : null,
        });
    }

    /// <summary>What its variant is called in scaling and alarms.</summary>
    public static string VariantOf(Track track) => track.Variant.Length == 0 ? "main" : track.Variant;

    private static EndpointConfigurationProductionVariantArgs Production(SageMakerEndpoint config, MachineChoice? machine, Track track, Model model) => new()
    {
        VariantName = VariantOf(track),
        ModelName = model.Name,
        InitialVariantWeight = track.Weight,
        InstanceType = machine is null ? null : SageMakerMachines.NameOf(machine),
        InitialInstanceCount = machine is null ? null : Math.Max(1, config.Min),
        ServerlessConfig = machine is not null ? null : new EndpointConfigurationProductionVariantServerlessConfigArgs
        {
            MemorySizeInMb = config.Memory.WholeGibibytes * 1024,
            MaxConcurrency = Math.Min(200, config.Max),
        },
        RoutingConfigs = machine is null ? null : [new EndpointConfigurationProductionVariantRoutingConfigArgs { RoutingStrategy = "LEAST_OUTSTANDING_REQUESTS" }],
    };

    private static EndpointConfigurationShadowProductionVariantArgs Shadow(SageMakerEndpoint config, MachineChoice machine, Track track, Model model) => new()
    {
        VariantName = VariantOf(track),
        ModelName = model.Name,
        InitialVariantWeight = track.Weight,
        InstanceType = SageMakerMachines.NameOf(machine),
        InitialInstanceCount = Math.Max(1, config.Min),
    };

    private static EndpointConfigurationAsyncInferenceConfigArgs Async(ComponentContext context, ModelFiles kept) => new()
    {
        OutputConfig = new EndpointConfigurationAsyncInferenceConfigOutputConfigArgs
        {
            S3OutputPath = Output.Format($"{kept.Uri}/answers"),
            S3FailurePath = Output.Format($"{kept.Uri}/failures"),
            KmsKeyId = context.Expansion.Foundations.Aws.Keys.ArnFor("storage"),
        },
        ClientConfig = new EndpointConfigurationAsyncInferenceConfigClientConfigArgs { MaxConcurrentInvocationsPerInstance = 4 },
    };

    private static EndpointConfigurationDataCaptureConfigArgs Capture(ComponentContext context, int percent, ModelFiles kept) => new()
    {
        EnableCapture = true,
        InitialSamplingPercentage = percent,
        DestinationS3Uri = Output.Format($"{kept.Uri}/captured"),
        KmsKeyId = context.Expansion.Foundations.Aws.Keys.ArnFor("storage"),
        CaptureOptions = [new EndpointConfigurationDataCaptureConfigCaptureOptionArgs { CaptureMode = "Input" }, new EndpointConfigurationDataCaptureConfigCaptureOptionArgs { CaptureMode = "Output" }],
        CaptureContentTypeHeader = new EndpointConfigurationDataCaptureConfigCaptureContentTypeHeaderArgs { CsvContentTypes = ["text/csv"], JsonContentTypes = ["application/json"] },
    };
}
