using Strata.Platform.Images;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>The stack on one machine: its services for Docker Compose, and a program that runs its workflows in the same images with the same steps.</summary>
internal static class LocalFiles
{
    public const string Folder = "local";

    public static IEnumerable<RenderedFile> Render(RenderContext context)
    {
        var compose = new ComposeFile(context);
        if (compose.IsEmpty)
        {
            yield break;
        }

        yield return new RenderedFile($"{Folder}/compose.yaml", compose.Text, "local/compose");
        yield return new RenderedFile($"{Folder}/.env.example", Variables(compose, context), "local/env");
        yield return new RenderedFile($"{Folder}/.gitignore", "/.env\n/runs\n", "local/gitignore");
        yield return new RenderedFile($"{Folder}/workflows.json", JsonText.Of(LocalWorkflows.Of(context)), "local/workflows");
        if (context.File($"{Folder}/run.py", "local/run.py.sbn", TemplateMap.Empty) is { } runner)
        {
            yield return runner;
        }

        foreach (var file in compose.Files)
        {
            yield return file;
        }
    }

    /// <summary>What an image is called on the machine that builds it.</summary>
    public static string ReferenceTo(ImageConfig image, RenderContext context) => $"strata.local/{context.Stack.Name}/{image.Name}:{image.Tag}";

    /// <summary>The variable of <c>.env</c> that holds a secret of the stack file.</summary>
    public static string SecretVariable(string secret) => $"STRATA_SECRET_{secret.ToUpperInvariant().Replace('-', '_').Replace('.', '_')}";

    private static string Variables(ComposeFile compose, RenderContext context)
    {
        List<string> secrets = [.. context.Expanded.Workflows.SelectMany(workflow => workflow.Workflow.Steps).SelectMany(step => step.Config.Secrets.Values).Select(secret => secret.Name).Distinct().Order(StringComparer.Ordinal)];
        List<string> lines =
        [
            "# Passwords of the services on this machine. 'python3 run.py init' copies this file to .env and makes them; by hand:",
            "# cp .env.example .env, and for each a value of its own from 'openssl rand -hex 16'. Git does not take .env.",
            .. compose.Passwords.Select(name => $"{name}="),
        ];
        if (secrets.Count > 0)
        {
            lines.Add("");
            lines.Add("# Secrets of the stack that steps read; 'pulumi config get --path strata:secrets.NAME' shows one to those who may see it.");
            lines.AddRange(secrets.Select(secret => $"{SecretVariable(secret)}="));
        }

        return string.Join('\n', lines) + "\n";
    }
}
