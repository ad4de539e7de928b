using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Compute;
using Strata.Platform.Images;
using Strata.Platform.Workspaces;

namespace Strata.Platform.Rendering;

/// <summary>
/// A dev container: what its machine has to have, and the image it is built from, which is the stack's notebook image or a plain Python.
/// The team's code is not copied in: the editor mounts it.
/// </summary>
internal static class DevcontainerFiles
{
    private static readonly ImageConfig Plain = new() { Name = "notebook", Use = ImageUse.Notebook };

    /// <summary>What a slim image lacks for people to work in it.</summary>
    private static readonly string[] Tools = ["ca-certificates", "curl", "git", "openssh-client"];

    public static IEnumerable<RenderedFile> Render(DevcontainerConfig config, string folder, RenderContext context)
    {
        var named = context.Stack.Config.Images.Values.FirstOrDefault(image => image.Use == ImageUse.Notebook) ?? Plain;
        var image = named with { Source = null, Packages = [.. named.Packages.Union(Tools)] };
        var accelerator = image.Accelerator ?? (config.Machine.Gpu is null ? ImageAccelerator.Cpu : ImageAccelerator.Cuda);
        yield return new RenderedFile($"{folder}/devcontainer.json", JsonText.Of(Container(config, context)), "workspaces/devcontainer");
        foreach (var file in ImageTemplate.Files(image, accelerator, folder, context))
        {
            yield return file;
        }
    }

    private static ValueMap Container(DevcontainerConfig config, RenderContext context) => new()
    {
        ["name"] = $"{context.Stack.Name} {config.Name}",
        ["build"] = new ValueMap { ["dockerfile"] = "Dockerfile", ["context"] = "." },
        ["hostRequirements"] = Needs(config.Machine) is { } needs ? (Value)needs : null,
        ["features"] = Features(context.Stack.CloudOf(config)),
        ["remoteUser"] = "app",
        ["containerEnv"] = TrackingFiles.Environment(context) is { Count: > 0 } environment ? (Value)Map(environment) : null,
    };

    private static ValueMap? Needs(Machine machine)
    {
        var needs = new ValueMap
        {
            ["cpus"] = machine.Cpu is { } cpu ? (Value)(int)Math.Ceiling(cpu.Cores) : null,
            ["memory"] = machine.Memory is { } memory ? (Value)$"{memory.WholeGibibytes}gb" : null,
            ["gpu"] = machine.Gpu is not { } gpu ? null : Accelerators.Find(gpu.Type) is { } known ? (Value)new ValueMap { ["memory"] = $"{known.MemoryGb}gb" } : true,
        };
        return needs.Any() ? needs : null;
    }

    /// <summary>The cloud's own command line, in the version that all machines have (devcontainers/features and dhoeric/features: devcontainer-feature.json, seen 2026-11-26).</summary>
    private static ValueMap Features(Cloud cloud) => cloud switch
    {
        Cloud.Aws => new() { ["ghcr.io/devcontainers/features/aws-cli:1.1.0"] = new ValueMap { ["version"] = DeveloperTools.VersionOf("aws-cli") } },
        Cloud.Gcp => new() { ["ghcr.io/dhoeric/features/google-cloud-cli:1.0.1"] = new ValueMap { ["version"] = DeveloperTools.VersionOf("gcloud"), ["installGkeGcloudAuthPlugin"] = true } },
        _ => new()
        {
            ["ghcr.io/devcontainers/features/kubectl-helm-minikube:1.2.0"] = new ValueMap { ["version"] = DeveloperTools.VersionOf("kubectl"), ["helm"] = DeveloperTools.VersionOf("helm"), ["minikube"] = "none" },
        },
    };

    private static ValueMap Map(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var map = new ValueMap();
        foreach (var (name, value) in pairs)
        {
            map[name] = value;
        }

        return map;
    }
}
