using Strata.Platform.Endpoints;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>Where the numbers of an endpoint's models are, and under which names.</summary>
/// <param name="Source"><c>prometheus</c>, <c>google</c> (Prometheus' API of Cloud Monitoring) or <c>cloudwatch</c>.</param>
/// <param name="Server">Whose names the metrics have, for people; null where they have to be given.</param>
/// <param name="Place">What finds the endpoint there.</param>
/// <param name="QueriesOf">The queries of one model, or what finds it.</param>
internal sealed record RolloutMetrics(string Source, string? Server, IReadOnlyDictionary<string, string?> Place, Func<Track, TemplateMap> QueriesOf)
{
    private static readonly Dictionary<string, string?> Nowhere = [];

    public static RolloutMetrics Of(EndpointConfig config, RenderContext context) => (config, context.HandleOf<EndpointHandle>(config)) switch
    {
        (SageMakerEndpoint, SageMakerHandle handle) => new(
            "cloudwatch", "SageMaker",
            new Dictionary<string, string?> { ["region"] = context.Stack.Providers.AwsRegion, ["endpoint"] = context.Known(handle.Name, EndpointFiles.What(config), config.KeySpan) },
            track => Map(("variant", SageMakerConfiguration.VariantOf(track)))),
        (VertexEndpoint, VertexHandle handle) => Vertex(context.Known(handle.Endpoint, EndpointFiles.What(config), config.KeySpan) ?? "", config, context),
        (KServeEndpoint on, KServeHandle handle) => OfKServe(on, handle.Space),
        (SeldonEndpoint, SeldonHandle handle) => new("prometheus", "Seldon", Nowhere, track => Seldon(Selector(handle.Space, "model_internal", $"{track.NameIn(config.Name)}_[0-9]+"))),
        (RayEndpoint on, RayHandle handle) => new("prometheus", "Ray Serve", Nowhere, track => Ray(
            $"deployment=\"{on.Deployment}\",{Selector(handle.Space, "pod", $"{track.NameIn(config.Name)}-(raycluster-)?[a-z0-9]{{5}}-(head|workers-worker)-.*")}")),
        (_, KubernetesEndpointHandle handle) => new("prometheus", "OpenTelemetry", Nowhere, track => OpenTelemetry(Selector(handle.Space, "pod", $"{track.NameIn(config.Name)}-[a-z0-9]+-[a-z0-9]{{5}}"))),
        var (_, other) => throw new InvalidOperationException($"'{other}' shares no requests out."),
    };

    private static RolloutMetrics OfKServe(KServeEndpoint config, string space)
    {
        var runtime = config.Framework is { } format && config.Image is null ? KServeRuntime.Of(format).Name : null;
        return runtime switch
        {
            null => new("prometheus", "OpenTelemetry", Nowhere, track => OpenTelemetry(Pods(track))),
            "kserve-mlserver" => new("prometheus", "MLServer", Nowhere, track => MlServer(Pods(track))),
            "kserve-tritonserver" => new("prometheus", "Triton", Nowhere, track => Triton(Pods(track))),
            "kserve-tensorflow-serving" => new("prometheus", null, Nowhere, track => Map(("pods", Pods(track)))), // It counts nothing until it is told to by a file.
            _ => new("prometheus", "KServe", Nowhere, track => KServe(Pods(track))),
        };

        string Pods(Track track) => Selector(space, "pod", $"{track.NameIn(config.Name)}-predictor-[a-z0-9]+-[a-z0-9]{{5}}");
    }

    /// <summary>As <c>VertexAlarms</c> asks for them, by deployed model.</summary>
    private static RolloutMetrics Vertex(string endpoint, EndpointConfig config, RenderContext context) => new(
        "google", "Vertex AI",
        new Dictionary<string, string?> { ["project"] = context.Stack.Providers.GcpProject, ["location"] = context.Stack.Providers.GcpRegion, ["endpoint"] = endpoint },
        track =>
        {
            const string Metric = "aiplatform_googleapis_com:prediction_online";
            var of = $"endpoint_id=\"{endpoint[(endpoint.LastIndexOf('/') + 1)..]}\",deployed_model_id=\"DEPLOYED\"";
            return Map(
                ("model", track.NameIn(config.Name)),
                ("requests", Sum($"{Metric}_prediction_count", of)),
                ("errors", Sum($"{Metric}_error_count", of)),
                ("latency_ms", Slowest($"{Metric}_prediction_latencies_bucket", of, 1)));
        });

    /// <remarks>OpenTelemetry semantic conventions 1.23 and later, http.server.request.duration, in Prometheus' names.</remarks>
    private static TemplateMap OpenTelemetry(string of) => Map(
        ("requests", Sum("http_server_request_duration_seconds_count", of)),
        ("errors", Sum("http_server_request_duration_seconds_count", $"{of},http_response_status_code=~\"5..\"")),
        ("latency_ms", Slowest("http_server_request_duration_seconds_bucket", of, 1000)));

    /// <summary>Its servers count no failures: those are requests that were begun and whose answer was never made ready.</summary>
    /// <remarks>kserve/kserve: tag v0.20.0, python/kserve/kserve/metrics.py and model.py.</remarks>
    private static TemplateMap KServe(string of) => Map(
        ("requests", Sum("request_preprocess_seconds_count", of)),
        ("errors", $"clamp_min({Sum("request_preprocess_seconds_count", of)} - {Sum("request_postprocess_seconds_count", of)}, 0)"),
        ("latency_ms", Slowest("request_predict_seconds_bucket", of, 1000)));

    /// <remarks>SeldonIO/MLServer: docs/user-guide/metrics.md. Its durations are a summary: the mean.</remarks>
    private static TemplateMap MlServer(string of) => Map(
        ("requests", $"{Sum("model_infer_request_success_total", of)} + {Sum("model_infer_request_failure_total", of)}"),
        ("errors", Sum("model_infer_request_failure_total", of)),
        ("latency_ms", Mean("model_infer_request_duration_sum", "model_infer_request_duration_count", of, "1000")));

    /// <remarks>triton-inference-server/server: docs/user_guide/metrics.md. Its durations are sums in microseconds: the mean.</remarks>
    private static TemplateMap Triton(string of) => Map(
        ("requests", $"{Sum("nv_inference_request_success", of)} + {Sum("nv_inference_request_failure", of)}"),
        ("errors", Sum("nv_inference_request_failure", of)),
        ("latency_ms", Mean("nv_inference_request_duration_us", "nv_inference_request_success", of, "0.001")));

    /// <remarks>ray-project/ray: doc/source/serve/monitoring.md of 2.52.</remarks>
    private static TemplateMap Ray(string of) => Map(
        ("requests", $"{Sum("ray_serve_deployment_request_counter_total", of)} + {Sum("ray_serve_deployment_error_counter_total", of)}"),
        ("errors", Sum("ray_serve_deployment_error_counter_total", of)),
        ("latency_ms", Slowest("ray_serve_deployment_processing_latency_ms_bucket", of, 1)));

    /// <remarks>SeldonIO/seldon-core: scheduler/pkg/metrics/agent.go of v2.10.</remarks>
    private static TemplateMap Seldon(string of) => Map(
        ("requests", Sum("seldon_model_infer_total", of)),
        ("errors", Sum("seldon_model_infer_total", $"{of},code!~\"200|OK\"")),
        ("latency_ms", Mean("seldon_model_infer_seconds_total", "seldon_model_infer_total", of, "1000")));

    private static string Selector(string space, string label, string pattern) => $"namespace=\"{space}\",{label}=~\"{pattern}\"";

    /// <summary>Nothing counted is none: a counter that never rose is not there.</summary>
    private static string Sum(string metric, string of) => $"(sum(increase({metric}{{{of}}}[WINDOW])) or vector(0))";

    private static string Mean(string sum, string count, string of, string factor) => $"{factor} * sum(increase({sum}{{{of}}}[WINDOW])) / sum(increase({count}{{{of}}}[WINDOW]))";

    /// <summary>What the slowest hundredth takes.</summary>
    private static string Slowest(string buckets, string of, int factor) => $"{(factor == 1 ? "" : FormattableString.Invariant($"{factor} * "))}histogram_quantile(0.99, sum by (le) (increase({buckets}{{{of}}}[WINDOW])))";

    private static TemplateMap Map(params (string Name, string Text)[] entries) => new(entries.Select(entry => KeyValuePair.Create(entry.Name, (TemplateValue)entry.Text)));
}
