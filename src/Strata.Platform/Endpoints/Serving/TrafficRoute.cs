using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Endpoints;

/// <summary>Shares the requests for one host name out between services: an HTTPRoute of the Gateway API.</summary>
internal static class TrafficRoute
{
    /// <param name="backends">Each model's service and port.</param>
    /// <returns>Where requests go.</returns>
    /// <exception cref="ExpansionStoppedException">The file names no gateway; that is among the diagnostics.</exception>
    public static string Add(
        ClusterEndpoint config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space, RolloutStrategy strategy, IReadOnlyList<(Track Track, string Service, int Port)> backends, IReadOnlyList<Resource> after)
    {
        if (config.Gateway is not { } gateway)
        {
            context.Diagnostics.Add(EndpointErrors.NeedsGateway(config.Rollout.SpanOf(nameof(config.Rollout.Strategy)) ?? config.KeySpan, config.Name, RolloutRules.Word(strategy)));
            throw new ExpansionStoppedException();
        }

        PodDoor.Open(context, space, "gateway", gateway.Namespace);
        var host = config.Host ?? $"{context.Name}.{space.Name}";
        OperatorObject.Add(context.Scope, context.Stack, cluster, $"{context.Name}-route", "gateway.networking.k8s.io/v1:HTTPRoute", context.Name, space.Name, context.Name, new()
        {
            ["parentRefs"] = Value.List(new ValueMap { ["group"] = "gateway.networking.k8s.io", ["kind"] = "Gateway", ["name"] = gateway.Name, ["namespace"] = gateway.Namespace }),
            ["hostnames"] = Value.List(host),
            ["rules"] = Value.List(Rule(backends)),
        }, new ResourceOptions { DependsOn = after });
        return $"http://{host}";
    }

    private static Value Rule(IReadOnlyList<(Track Track, string Service, int Port)> backends) => new ValueMap
    {
        ["matches"] = Value.List(new ValueMap { ["path"] = new ValueMap { ["type"] = "PathPrefix", ["value"] = "/" } }),
        ["filters"] = backends.Any(backend => backend.Track.IsShadow)
            ? Value.List(backends.Where(backend => backend.Track.IsShadow).Select(backend => (Value)new ValueMap
            {
                ["type"] = "RequestMirror",
                ["requestMirror"] = new ValueMap { ["backendRef"] = Backend(backend.Service, backend.Port, null), ["percent"] = backend.Track.Weight },
            }))
            : null,
        ["backendRefs"] = Value.List(backends.Where(backend => !backend.Track.IsShadow).Select(backend => (Value)Backend(backend.Service, backend.Port, backend.Track.Weight))),
    };

    private static ValueMap Backend(string service, int port, int? weight) => new()
    {
        ["group"] = "",
        ["kind"] = "Service",
        ["name"] = service,
        ["port"] = port,
        ["weight"] = weight is { } number ? (Value)number : null,
    };
}
