using System.Globalization;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Workspaces;

/// <summary>Values of JupyterHub's chart (jupyterhub/zero-to-jupyterhub-k8s: jupyterhub/values.yaml of 4.4.0).</summary>
internal sealed class JupyterHubValues(
    JupyterHubConfig config, ComponentContext context, string host, SignInConfig signIn, IReadOnlyList<PoolHandle> pools, ClusterDatabase? database, PodIdentity identity)
{
    /// <summary>
    /// The provider says itself where it signs people in (OpenID Connect Discovery 1.0); the authenticator wants to be told. The
    /// client's secret comes from the environment.
    /// </summary>
    private const string Discovery =
        """
        import json, os, urllib.request

        with urllib.request.urlopen(os.environ["SIGN_IN_ISSUER"].rstrip("/") + "/.well-known/openid-configuration", timeout=30) as answer:
            provider = json.load(answer)
        c.GenericOAuthenticator.authorize_url = provider["authorization_endpoint"]
        c.GenericOAuthenticator.token_url = provider["token_endpoint"]
        c.GenericOAuthenticator.userdata_url = provider["userinfo_endpoint"]
        c.GenericOAuthenticator.client_secret = os.environ["SIGN_IN_CLIENT_SECRET"]
        """;

    public ValueMap All => new()
    {
        ["hub"] = Hub,
        ["proxy"] = new ValueMap { ["service"] = new ValueMap { ["type"] = "ClusterIP" }, ["https"] = new ValueMap { ["enabled"] = false } },
        ["singleuser"] = SingleUser,
        ["cull"] = new ValueMap
        {
            ["enabled"] = !config.AlwaysOn,
            ["timeout"] = (int)config.IdleStop.Seconds,
            ["every"] = 300,
            ["maxAge"] = (int)(config.MaxLifetime?.Seconds ?? 0),
            ["users"] = false,
        },
        ["scheduling"] = new ValueMap { ["userScheduler"] = new ValueMap { ["enabled"] = true, ["replicas"] = context.IsProd ? 2 : 1 } },
        ["prePuller"] = new ValueMap { ["continuous"] = new ValueMap { ["enabled"] = context.IsProd } },
    };

    private ValueMap Hub => new()
    {
        ["config"] = new ValueMap
        {
            ["JupyterHub"] = new ValueMap { ["authenticator_class"] = "generic-oauth" },
            ["GenericOAuthenticator"] = new ValueMap
            {
                ["client_id"] = signIn.ClientId,
                ["oauth_callback_url"] = $"https://{host}/hub/oauth_callback",
                ["scope"] = Value.List("openid", "profile", "email", "groups"),
                ["username_claim"] = "email",
                ["login_service"] = new Uri(signIn.Issuer).Host,
                ["manage_groups"] = true,
                ["auth_state_groups_key"] = "oauth_user.groups",
                ["allowed_groups"] = Value.List(signIn.Groups.Select(group => (Value)group)),
                ["allow_all"] = signIn.Groups.Count == 0,
            },
        },
        ["extraConfig"] = new ValueMap { ["discovery"] = Discovery },
        ["extraEnv"] = new ValueMap
        {
            ["SIGN_IN_ISSUER"] = signIn.Issuer,
            ["SIGN_IN_CLIENT_SECRET"] = FromSecret(JupyterHub.Client, JupyterHub.ClientKey),
            ["PGPASSWORD"] = database is null ? null : (Value)FromSecret(database.Secret, "password"),
        },
        ["db"] = database is null
            ? new ValueMap { ["type"] = "sqlite-pvc", ["pvc"] = new ValueMap { ["storage"] = "1Gi" } }
            : new ValueMap { ["type"] = "postgres", ["url"] = FormattableString.Invariant($"postgresql+psycopg2://{database.Name}@{database.Host}:{ClusterDatabase.Port}/{database.Name}") },
    };

    private ValueMap SingleUser => new()
    {
        ["serviceAccountName"] = identity.Account,
        ["image"] = config.Image is { } image ? new ValueMap { ["name"] = image[..image.LastIndexOf(':')], ["tag"] = image[(image.LastIndexOf(':') + 1)..] } : [],
        ["storage"] = new ValueMap { ["type"] = "dynamic", ["capacity"] = string.Create(CultureInfo.InvariantCulture, $"{config.HomeSize.WholeGibibytes}Gi") },
        ["extraEnv"] = Environment,

        // Servers may be idle while kernels are not: the kernels' own culling is what makes a server idle.
        ["extraFiles"] = config.AlwaysOn ? [] : new ValueMap
        {
            ["culling"] = new ValueMap
            {
                ["mountPath"] = "/etc/jupyter/jupyter_server_config.json",
                ["data"] = new ValueMap
                {
                    ["MappingKernelManager"] = new ValueMap
                    {
                        ["cull_idle_timeout"] = (int)config.IdleStop.Seconds,
                        ["cull_interval"] = 300,
                        ["cull_connected"] = true,
                        ["cull_busy"] = !config.KeepAliveWhileBusy,
                    },
                },
            },
        },

        // The network policy does it, without a container that may change the machine's packet filter.
        ["cloudMetadata"] = new ValueMap { ["blockWithIptables"] = false },
        ["networkPolicy"] = new ValueMap
        {
            ["enabled"] = true,
            ["egressAllowRules"] = new ValueMap { ["privateIPs"] = true, ["cloudMetadataServer"] = context.Cloud == Cloud.Gcp },

            // Where EKS' agent hands out the role's credentials.
            ["egress"] = context.Cloud != Cloud.Aws ? Value.List() : Value.List(new ValueMap
            {
                ["to"] = Value.List(new ValueMap { ["ipBlock"] = new ValueMap { ["cidr"] = "169.254.170.23/32" } }),
                ["ports"] = Value.List(new ValueMap { ["port"] = 80, ["protocol"] = "TCP" }),
            }),
        },
        ["profileList"] = Value.List(pools.Select((pool, index) => Profile(pool, index == 0))),
    };

    private ValueMap Environment
    {
        get
        {
            var environment = new ValueMap();
            foreach (var store in config.Access.Keys.Select(storage => context.Use<StorageHandle>(storage)).OfType<KubernetesObjectStoreHandle>().Take(1))
            {
                foreach (var (name, value) in store.Environment)
                {
                    environment[name] = value;
                }

                environment[MinioUser.AccessKey] = FromSecret(MinioUser.SecretOf(context.Name), MinioUser.AccessKey);
                environment[MinioUser.SecretKey] = FromSecret(MinioUser.SecretOf(context.Name), MinioUser.SecretKey);
            }

            return environment;
        }
    }

    /// <summary>A choice in the list: half a node for machines without accelerators, one accelerator and its share of the node for the others.</summary>
    private static Value Profile(PoolHandle pool, bool isDefault)
    {
        var share = pool.AcceleratorsPerNode > 0 ? pool.AcceleratorsPerNode : 2;
        var cores = Math.Max(1, Math.Floor(pool.NodeCpu.Cores / share) - 0.5);
        var memory = Math.Max(1, (pool.NodeMemory.WholeGibibytes / share * 9 / 10) - 1);
        var selector = new ValueMap();
        foreach (var (label, value) in pool.NodeSelector)
        {
            selector[label] = value;
        }

        return new ValueMap
        {
            ["display_name"] = pool.AcceleratorResource is null ? pool.Config.Name : $"{pool.Config.Name} ({pool.Config.Machine.Gpu?.Type ?? pool.AcceleratorResource})",
            ["slug"] = pool.Config.Name,
            ["description"] = string.Create(CultureInfo.InvariantCulture, $"{cores} cores, {memory} GiB{(pool.AcceleratorResource is null ? "" : ", one accelerator")}"),
            ["default"] = isDefault,
            ["kubespawner_override"] = new ValueMap
            {
                ["cpu_guarantee"] = cores,
                ["mem_guarantee"] = FormattableString.Invariant($"{memory}G"),
                ["mem_limit"] = FormattableString.Invariant($"{memory}G"),
                ["node_selector"] = selector,
                ["tolerations"] = Value.List(pool.Tolerations.Select(toleration => (Value)toleration)),
                ["extra_resource_limits"] = pool.AcceleratorResource is { } resource ? new ValueMap { [resource] = "1" } : [],
            },
        };
    }

    private static ValueMap FromSecret(string secret, string key) => new() { ["valueFrom"] = new ValueMap { ["secretKeyRef"] = new ValueMap { ["name"] = secret, ["key"] = key } } };
}
