using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Workspaces;

/// <summary>A dev container for Codespaces, VS Code or DevPod: files in the repository, and nothing in a cloud.</summary>
public sealed record DevcontainerConfig : WorkspaceConfig
{
    [Description("What the machine under it needs to have.")]
    public Machine Machine { get; init; } = new();
}

/// <summary>Nothing is made: the files are rendered, and whoever opens the repository runs them.</summary>
internal static class Devcontainer
{
    private const string Files = "A dev container is files in the repository, which run on the machine of whoever opens it.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<DevcontainerConfig>("workspaces", "devcontainer", "strata:workspace:Devcontainer", new EngineFacts(
            "Dev Containers",
            Maturity.Stable,
            "MIT",
            "Nothing that runs; how long an idle codespace stays on is a setting of each person's GitHub account or of the organization.",
            new("https://containers.dev/implementors/json_reference/", "2026-11-26")))
        .SelfHosted<DevcontainerConfig>(Cloud.Aws, Expand)
        .SelfHosted<DevcontainerConfig>(Cloud.Gcp, Expand)
        .SelfHosted<DevcontainerConfig>(Cloud.Kubernetes, Expand)
        .RefuseManaged(Cloud.Aws, Files, "Remove 'managed'; GitHub Codespaces runs the same files as a service.")
        .RefuseManaged(Cloud.Gcp, Files, "Remove 'managed', or use engine: cloud-workstations.")
        .RefuseManaged(Cloud.Kubernetes, Files, "Remove 'managed', or use engine: pod.");

    private static WorkspaceHandle Expand(DevcontainerConfig config, ComponentContext context)
    {
        foreach (var property in (string[])[nameof(config.IdleStop), nameof(config.AlwaysOn), nameof(config.Users)])
        {
            if (config.IsSet(property))
            {
                context.Diagnostics.Add(PlatformErrors.MeansNothing(config.SpanOf(property), config.Name, PropertyNames.InFiles(property), "Whoever opens the container decides, in the settings of Codespaces or of their editor."));
            }
        }

        return new WorkspaceHandle("devcontainer", config, []);
    }
}
