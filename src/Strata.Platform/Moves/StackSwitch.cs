using Strata.Diagnostics;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Moves;

/// <summary>Puts a stack's components on another cloud.</summary>
internal static class StackSwitch
{
    /// <summary>
    /// The same components, all on one cloud, with a network and a cluster of their own where the stack uses another's. People, budget and
    /// whatever else is named after one cloud's accounts is left out: it costs nothing and has to be named anew.
    /// </summary>
    public static StackModel To(StackModel stack, Cloud cloud, string region)
    {
        var config = stack.Config with
        {
            Cloud = cloud,
            Account = null,
            GitOps = null,
            Budget = null,
            Access = stack.Config.Access with { Admins = [], Members = [], Ci = null, PermissionsBoundary = null },
            Network = stack.Config.Network with { From = null, Existing = null },
            Storage = All(stack.Config.Storage),
            Compute = WithCluster(cloud, All(stack.Config.Compute, component => component is Cluster cluster ? cluster with { Cloud = null, From = null, Context = cloud == Cloud.Kubernetes ? cluster.Context ?? "own" : null, RenderTo = null } : component with { Cloud = null })),
            Registries = All(stack.Config.Registries),
            Identities = All(stack.Config.Identities),
            Workspaces = All(stack.Config.Workspaces),
            Schedulers = All(stack.Config.Schedulers),
            FeatureStores = All(stack.Config.FeatureStores),
            ModelStores = All(stack.Config.ModelStores),
            Endpoints = All(stack.Config.Endpoints),
            Images = new Dictionary<string, Images.ImageConfig>(),
            Workflows = new Dictionary<string, Workflows.WorkflowConfig>(),
        };
        return stack with { Config = config, Providers = cloud == Cloud.Kubernetes ? stack.Providers : Providers(cloud, region) };
    }

    /// <summary>On owned hardware there is nothing but a cluster.</summary>
    public static bool NeedsCluster(StackModel stack, Cloud cloud) => cloud == Cloud.Kubernetes && !stack.Config.Compute.Values.OfType<Cluster>().Any();

    private static OrderedDictionary<string, ComputeConfig> WithCluster(Cloud cloud, OrderedDictionary<string, ComputeConfig> compute)
    {
        if (cloud == Cloud.Kubernetes && !compute.Values.OfType<Cluster>().Any() && !compute.ContainsKey("cluster"))
        {
            compute.Insert(0, "cluster", new Cluster { Name = "cluster", Context = "own" });
        }

        return compute;
    }

    /// <summary>Without some components.</summary>
    /// <param name="gone">Their configs.</param>
    public static StackModel Without(StackModel stack, IReadOnlySet<ComponentConfig> gone)
    {
        return stack with
        {
            Config = stack.Config with
            {
                Storage = Rest(stack.Config.Storage),
                Compute = Rest(stack.Config.Compute),
                Registries = Rest(stack.Config.Registries),
                Identities = Rest(stack.Config.Identities),
                Workspaces = Rest(stack.Config.Workspaces),
                Schedulers = Rest(stack.Config.Schedulers),
                FeatureStores = Rest(stack.Config.FeatureStores),
                ModelStores = Rest(stack.Config.ModelStores),
                Endpoints = Rest(stack.Config.Endpoints),
            },
        };

        IReadOnlyDictionary<string, T> Rest<T>(IReadOnlyDictionary<string, T> section)
            where T : ComponentConfig
        {
            var rest = new OrderedDictionary<string, T>();
            foreach (var (name, component) in section)
            {
                if (!gone.Contains(component))
                {
                    rest[name] = component;
                }
            }

            return rest;
        }
    }

    private static OrderedDictionary<string, T> All<T>(IReadOnlyDictionary<string, T> section, Func<T, T>? change = null)
        where T : ComponentConfig => Map(section, change ?? (component => (T)(component with { Cloud = null })));

    private static OrderedDictionary<string, T> Map<T>(IReadOnlyDictionary<string, T> section, Func<T, T> change)
    {
        var changed = new OrderedDictionary<string, T>();
        foreach (var (name, component) in section)
        {
            changed[name] = change(component);
        }

        return changed;
    }

    private static ProviderSettings Providers(Cloud cloud, string region)
    {
        var text = cloud == Cloud.Aws ? $"{{ 'aws:region': {region} }}" : $"{{ 'gcp:project': project, 'gcp:region': {region}, 'gcp:zone': {region}-b }}";
        return new ProviderSettings((YamlMapping)YamlReader.Read(new SourceText("comparison", text), new DiagnosticBag())!);
    }
}
