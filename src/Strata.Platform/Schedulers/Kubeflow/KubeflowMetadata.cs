using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Schedulers;

/// <summary>ML Metadata, where drivers and launchers of steps record what was made of what, and the proxy by which browsers read it.</summary>
internal static class KubeflowMetadata
{
    /// <summary>Where drivers look for it: in the namespace that pipelines run in.</summary>
    public const string Service = "metadata-grpc-service";

    public const int Port = 8080;
    public const string Proxy = "metadata-envoy";
    public const int ProxyPort = 9090;

    private const string ProxyFiles = "metadata-envoy";

    public static IReadOnlyList<Resource> Add(ComponentContext context, NamespaceHandle space, Resource database)
    {
        var replicas = context.IsProd ? 2 : 1;
        var server = new KubeflowServer
        {
            Name = "metadata-grpc",
            Service = Service,
            Image = "ml-metadata",
            Replicas = replicas,

            // Its makers build the image for these processors only.
            Architecture = "amd64",
            Ports = [("grpc", Port, Port)],
            Command = ["/bin/metadata_store_server"],
            Args =
            [
                FormattableString.Invariant($"--grpc_port={Port}"),
                $"--mysql_config_host={KubeflowDatabase.Host}",
                "--mysql_config_port=3306",
                $"--mysql_config_database={KubeflowDatabase.Metadata}",
                $"--mysql_config_user={KubeflowDatabase.User}",
                "--mysql_config_password=$(PASSWORD)",
                "--enable_database_upgrade=true",
                "--grpc_channel_arguments=grpc.max_metadata_size=16384,grpc.max_receive_message_length=104857600,grpc.max_send_message_length=104857600",
            ],
            Environment = [KubernetesJob.FromSecret("PASSWORD", KubeflowDatabase.Host, "password")],
            Ready = KubeflowServer.Tcp("grpc"),
            Lives = KubeflowServer.Tcp("grpc"),
        }.Add(context, space, [database]);
        var files = context.Scope.Add(new ConfigMap($"{context.Name}-metadata-envoy", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, Proxy, ProxyFiles, space.Name),

            // JSON is YAML too, which Envoy reads by the file's name.
            Data = new() { ["envoy.json"] = Output.Json(Envoy()) },
        });
        var proxy = new KubeflowServer
        {
            Name = Proxy,
            Image = "kfp-metadata-envoy",
            Replicas = replicas,
            Ports = [("grpc-web", ProxyPort, ProxyPort)],
            Args = ["/etc/envoy/envoy.json"],
            Files = (ProxyFiles, "/etc/envoy"),
            Ready = KubeflowServer.Tcp("grpc-web"),
            Lives = KubeflowServer.Tcp("grpc-web"),
        }.Add(context, space, [files]);
        return [server, proxy];
    }

    /// <summary>gRPC-Web, which browsers speak, to gRPC (Envoy documentation, "gRPC-Web"). Asked from the pages' own origin, so that it allows no other.</summary>
    private static ValueMap Envoy() => new()
    {
        ["static_resources"] = new ValueMap
        {
            ["listeners"] = Value.List(new ValueMap
            {
                ["name"] = "web",
                ["address"] = Address("0.0.0.0", ProxyPort),
                ["filter_chains"] = Value.List(new ValueMap
                {
                    ["filters"] = Value.List(new ValueMap
                    {
                        ["name"] = "http",
                        ["typed_config"] = Typed("filters.network.http_connection_manager.v3.HttpConnectionManager", new()
                        {
                            ["stat_prefix"] = "web",
                            ["route_config"] = new ValueMap
                            {
                                ["virtual_hosts"] = Value.List(new ValueMap
                                {
                                    ["name"] = "metadata",
                                    ["domains"] = Value.List("*"),
                                    ["routes"] = Value.List(new ValueMap
                                    {
                                        ["match"] = new ValueMap { ["prefix"] = "/" },
                                        ["route"] = new ValueMap { ["cluster"] = "metadata", ["max_stream_duration"] = new ValueMap { ["grpc_timeout_header_max"] = "0s" } },
                                    }),
                                }),
                            },
                            ["http_filters"] = Value.List(
                                new ValueMap { ["name"] = "grpc-web", ["typed_config"] = Typed("filters.http.grpc_web.v3.GrpcWeb", []) },
                                new ValueMap { ["name"] = "router", ["typed_config"] = Typed("filters.http.router.v3.Router", []) }),
                        }),
                    }),
                }),
            }),
            ["clusters"] = Value.List(new ValueMap
            {
                ["name"] = "metadata",
                ["type"] = "LOGICAL_DNS",
                ["connect_timeout"] = "30s",
                ["typed_extension_protocol_options"] = new ValueMap
                {
                    ["envoy.extensions.upstreams.http.v3.HttpProtocolOptions"] =
                        Typed("upstreams.http.v3.HttpProtocolOptions", new() { ["explicit_http_config"] = new ValueMap { ["http2_protocol_options"] = new ValueMap() } }),
                },
                ["load_assignment"] = new ValueMap
                {
                    ["cluster_name"] = "metadata",
                    ["endpoints"] = Value.List(new ValueMap { ["lb_endpoints"] = Value.List(new ValueMap { ["endpoint"] = new ValueMap { ["address"] = Address(Service, Port) } }) }),
                },
            }),
        },
    };

    private static ValueMap Address(string host, int port) => new() { ["socket_address"] = new ValueMap { ["address"] = host, ["port_value"] = port } };

    private static ValueMap Typed(string type, ValueMap fields)
    {
        var typed = new ValueMap { ["@type"] = $"type.googleapis.com/envoy.extensions.{type}" };
        foreach (var (name, value) in fields)
        {
            typed[name] = value;
        }

        return typed;
    }
}
