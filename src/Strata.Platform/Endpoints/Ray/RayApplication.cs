using Strata.Graph;

namespace Strata.Platform.Endpoints;

/// <summary>The application as Ray Serve's configuration says it (ray: python/ray/serve/schema.py).</summary>
internal static class RayApplication
{
    public static ValueMap Of(RayEndpoint config) => new()
    {
        ["applications"] = Value.List(new ValueMap
        {
            ["name"] = "default",
            ["import_path"] = config.App,
            ["route_prefix"] = "/",
            ["deployments"] = Value.List(new ValueMap
            {
                ["name"] = config.Deployment,
                ["num_replicas"] = config.Max > config.Min ? null : (Value)config.Min,
                ["autoscaling_config"] = config.Max <= config.Min ? null : (Value)new ValueMap
                {
                    ["min_replicas"] = config.Min,
                    ["max_replicas"] = config.Max,
                    ["target_ongoing_requests"] = config.Scaling?.Target ?? 2,
                },
                ["ray_actor_options"] = new ValueMap { ["num_cpus"] = config.Cpu.Cores, ["num_gpus"] = config.Gpu == 0 ? null : (Value)config.Gpu },
            }),
        }),
    };
}
