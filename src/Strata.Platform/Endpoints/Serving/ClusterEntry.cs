using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Endpoints;

/// <summary>How requests reach an endpoint on a cluster.</summary>
internal static class ClusterEntry
{
    /// <summary>
    /// By the one service there is, behind signing in where the file gives a host name; where several models share the requests, by a
    /// route of the file's gateway.
    /// </summary>
    /// <returns>Where requests go.</returns>
    public static string Add(
        ClusterEndpoint config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space, RolloutStrategy strategy, IReadOnlyList<(Track Track, string Service, int Port)> backends, IReadOnlyList<Resource> after)
    {
        if (backends is not [var (_, service, port)])
        {
            return TrafficRoute.Add(config, context, cluster, space, strategy, backends, after);
        }

        if (config.Gateway is { } gateway)
        {
            context.Diagnostics.Add(EndpointErrors.NotHad(
                config.SpanOf(nameof(config.Gateway)), "gateway", $"'{RolloutRules.Word(strategy)}' with one model",
                $"There is nothing that the gateway '{gateway.Name}' could share out.", "Remove it; with 'host' it gets an ingress behind signing in."));
        }

        return AddBehindSignIn(config, context, cluster, space, service, port, after);
    }

    /// <summary>By a service that shares out requests itself.</summary>
    public static string AddBehindSignIn(ClusterEndpoint config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space, string service, int port, IReadOnlyList<Resource> after)
    {
        if (config.Host is { } host)
        {
            WebEntry.AddBehindSignIn(context, cluster, space, host, config.SpanOf(nameof(config.Host)), service, port, after, $"{context.Name}-sign-in");
            return $"https://{host}";
        }

        return port == 80 ? $"http://{service}.{space.Name}.svc" : FormattableString.Invariant($"http://{service}.{space.Name}.svc:{port}");
    }
}
