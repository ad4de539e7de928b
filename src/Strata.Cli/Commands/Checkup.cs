using Strata.Cli.Processes;
using Strata.Platform;

namespace Strata.Cli.Commands;

/// <summary>Looks at what applying the repository's stacks needs. Credentials are only looked for, never read or tried.</summary>
internal sealed class Checkup(CommandContext context, IProcessRunner processes, Func<string, string?> variable)
{
    private static readonly (string Name, string Version)[] Plugins =
        [("aws", Aws.Plugin.Version), ("gcp", Gcp.Plugin.Version), ("kubernetes", Kubernetes.Plugin.Version)];

    public IReadOnlyList<Finding> Findings()
    {
        var clouds = CloudsInUse();
        var pulumi = processes.Ask("pulumi", ["version"], context.Root);
        List<Finding> findings =
        [
            Tool(".NET SDK", "dotnet", ["--version"], "Install the .NET 10 SDK: the Pulumi program is built with it."),
            Tool("git", "git", ["--version"], "Install git: previews against another commit need it."),
            pulumi is (0, var version)
                ? new Finding("Pulumi CLI", version, null)
                : new Finding("Pulumi CLI", "not on the path", "Install it from https://www.pulumi.com/docs/install/: 'strata up' runs it. Previews do not need it."),
        ];
        if (pulumi is (0, _))
        {
            findings.Add(Backend());
            findings.AddRange(Plugins.Where(plugin => clouds.Contains(plugin.Name)).Select(PluginOf));
        }

        findings.AddRange(clouds.Select(CredentialsOf));
        return findings;
    }

    private SortedSet<string> CloudsInUse()
    {
        var clouds = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var name in context.Stacks.Names)
        {
            if (context.Stacks.Find(name) is { } stack)
            {
                clouds.UnionWith(stack.Components.Select(stack.CloudOf).Append(stack.Config.Cloud).Select(cloud => cloud.Word()));
            }
        }

        return clouds;
    }

    private Finding Tool(string what, string program, IReadOnlyList<string> arguments, string mend) =>
        processes.Ask(program, arguments, context.Root) is (0, var output) ? new Finding(what, output, null) : new Finding(what, "not on the path", mend);

    private Finding Backend() =>
        processes.Ask("pulumi", ["whoami", "--non-interactive"], context.Root) is (0, var user)
            ? new Finding("Pulumi backend", $"signed in as {user}", null)
            : new Finding("Pulumi backend", "not signed in", "Run 'pulumi login', or 'pulumi login file://~' for a backend on this machine.");

    private Finding PluginOf((string Name, string Version) plugin) =>
        processes.Ask("pulumi", ["plugin", "ls"], context.Root) is (0, var list) && list.Split('\n').Any(line => line.StartsWith(plugin.Name + " ", StringComparison.Ordinal) && line.Contains(plugin.Version, StringComparison.Ordinal))
            ? new Finding($"plugin {plugin.Name}", plugin.Version, null)
            : new Finding($"plugin {plugin.Name}", "not installed yet", $"Nothing to do with a network: the engine installs it. By hand: pulumi plugin install resource {plugin.Name} {plugin.Version}");

    private Finding CredentialsOf(string cloud)
    {
        var home = variable("HOME") ?? variable("USERPROFILE") ?? "";
        var (found, mend) = cloud switch
        {
            "aws" => (First(Variable("AWS_ACCESS_KEY_ID"), Variable("AWS_PROFILE"), Variable("AWS_WEB_IDENTITY_TOKEN_FILE"), At(home, ".aws/credentials"), At(home, ".aws/config")),
                "Run 'aws configure sso', or set AWS_PROFILE."),
            "gcp" => (First(Variable("GOOGLE_APPLICATION_CREDENTIALS"), Variable("GOOGLE_CREDENTIALS"), At(home, ".config/gcloud/application_default_credentials.json")),
                "Run 'gcloud auth application-default login'."),
            _ => (First(Variable("KUBECONFIG"), At(home, ".kube/config")), "Put a kubeconfig at ~/.kube/config, or set KUBECONFIG. Stacks with 'renderTo' need none."),
        };
        return found is null ? new Finding($"{cloud} credentials", "none found", mend) : new Finding($"{cloud} credentials", found, null);
    }

    private string? Variable(string name) => string.IsNullOrEmpty(variable(name)) ? null : $"{name} is set";

    private static string? At(string home, string path) => File.Exists(Path.Combine(home, path)) ? $"~/{path}" : null;

    private static string? First(params string?[] candidates) => Array.Find(candidates, c => c is not null);
}
