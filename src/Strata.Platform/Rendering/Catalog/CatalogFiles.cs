using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Endpoints;
using Strata.Platform.FeatureStores;
using Strata.Platform.ModelStores;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Text;

namespace Strata.Platform.Rendering;

/// <summary>The stack in Backstage's catalog: a system with what it offers, what that needs, and who owns it.</summary>
internal static class CatalogFiles
{
    private const string Version = "backstage.io/v1alpha1";
    private const int LongestName = 63;
    private const int HashLength = 8;

    public static IEnumerable<RenderedFile> Render(RenderContext context)
    {
        var stack = context.Stack;
        List<ValueMap> documents = [System(stack)];
        documents.AddRange(stack.Components.OfType<EndpointConfig>().Select(endpoint => Component(stack, endpoint.Name, "service", "An endpoint where models answer.", DependsOn(stack, endpoint))));
        documents.AddRange(stack.Components.OfType<FeatureStoreConfig>().Select(store => Component(stack, store.Name, "service", "A store of features.", DependsOn(stack, store))));
        documents.AddRange(context.Expanded.Workflows.Select(workflow => Component(
            stack, workflow.Workflow.Name, "workflow", workflow.Workflow.Config.Description ?? "A workflow.", DependsOn(stack, workflow.Scheduler.Config))));
        documents.AddRange(stack.Components.OfType<StorageConfig>().Select(store => Resource(stack, store.Name, "storage")));
        documents.AddRange(stack.Components.OfType<ModelStoreConfig>().Select(store => Resource(stack, store.Name, "model-store")));
        yield return new RenderedFile("catalog-info.yaml", YamlText.Of(documents), "catalog/backstage");
    }

    private static ValueMap System(StackModel stack) => Entity(stack, "System", stack.Name, stack.Config.Description, new() { ["owner"] = Owner(stack), ["type"] = "ml-platform" });

    private static ValueMap Component(StackModel stack, string name, string type, string description, IReadOnlyList<Value> dependsOn) => Entity(stack, "Component", $"{stack.Name}-{name}", description, new()
    {
        ["type"] = type,
        ["lifecycle"] = stack.Config.Environment == DeploymentEnvironment.Prod ? "production" : "experimental",
        ["owner"] = Owner(stack),
        ["system"] = NameOf(stack.Name),
        ["dependsOn"] = dependsOn.Count == 0 ? null : Value.List(dependsOn),
    });

    private static ValueMap Resource(StackModel stack, string name, string type) =>
        Entity(stack, "Resource", $"{stack.Name}-{name}", null, new() { ["type"] = type, ["owner"] = Owner(stack), ["system"] = NameOf(stack.Name) });

    private static ValueMap Entity(StackModel stack, string kind, string name, string? description, ValueMap spec) => new()
    {
        ["apiVersion"] = Version,
        ["kind"] = kind,
        ["metadata"] = new ValueMap
        {
            ["name"] = NameOf(name),
            ["description"] = description is null ? null : (Value)description,
            ["annotations"] = stack.Config.Access.Ci is { } ci ? (Value)new ValueMap { ["github.com/project-slug"] = ci.Repository } : null,
            ["links"] = kind == "System" && stack.Config.Owner is { } owner && owner.Contains('@', StringComparison.Ordinal) ? Value.List([new ValueMap { ["url"] = $"mailto:{owner}", ["title"] = "Owner" }]) : null,
            ["tags"] = Value.List([PropertyNames.OfChoice(stack.Config.Cloud.ToString()), PropertyNames.OfChoice(stack.Config.Environment.ToString())]),
        },
        ["spec"] = spec,
    };

    /// <summary>Backstage takes 63 characters; of longer names the end becomes a hash.</summary>
    private static string NameOf(string name) => name.Length <= LongestName ? name : $"{name[..(LongestName - HashLength - 1)].TrimEnd('-')}-{StableHash.Of(name, HashLength)}";

    private static string Owner(StackModel stack) => $"group:{stack.Config.Team}";

    private static IReadOnlyList<Value> DependsOn(StackModel stack, ComponentConfig config) => config is not IStorageUser user ? [] :
        [.. user.Access.Keys.Select(store => store.Name).Distinct().Order(StringComparer.Ordinal).Select(store => (Value)$"resource:{NameOf($"{stack.Name}-{store}")}")];
}
